'use strict';
// In the dark, Swagger's own dark look.
const dark = matchMedia('(prefers-color-scheme: dark)');
const dress = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dress();
dark.addEventListener('change', dress);
// Shows the OpenAPI document of this very server; nothing is asked of any other host.
const show = (of) => window.SwaggerUIBundle({
  ...of,
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  persistAuthorization: false,
});
// Who chose Japanese by a link keeps it on the way back, and reads what each operation does; Swagger itself speaks English only.
if (new URLSearchParams(location.search).get('lang') === 'ja') {
  Object.assign(document.getElementById('back'), { href: '/?lang=ja', lang: 'ja', textContent: 'Moatmarkへ戻る' });
  fetch('/openapi.json').then((answer) => answer.json()).then((spec) => {
    for (const operation of Object.values(spec.paths).flatMap(Object.values)) {
      operation.summary = operation['x-summary-ja'] ?? operation.summary;
    }
    show({ spec });
  });
} else {
  show({ url: '/openapi.json' });
}
