'use strict';
// In the dark, Swagger's own dark look.
const dark = matchMedia('(prefers-color-scheme: dark)');
const dress = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dress();
dark.addEventListener('change', dress);
// The way back keeps the language that the reader chose by a link; Swagger itself speaks English only.
if (new URLSearchParams(location.search).get('lang') === 'ja') {
  Object.assign(document.getElementById('back'), { href: '/?lang=ja', lang: 'ja', textContent: 'Moatmarkへ戻る' });
}
// Shows the OpenAPI document of this very server; nothing is asked of any other host.
window.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  persistAuthorization: false,
});
