// Signing in: a key is traded for a cookie. Also shown over a screen whose cookie has ended, which waits below as it is.

import { html, focusOn, useEffect, useRef, useState } from './frame.js';
import { t } from './i18n.js';
import { Problem } from './api.js';
import { Desk } from './owner-desk.js';
import { filled, useDeed, Wrong } from './owner-parts.js';

export function SignIn({ onIn, ended }) {
  const [refused, setRefused] = useState(false);
  const field = useRef();
  const title = useRef();
  useEffect(() => {
    if (ended) {
      focusOn(title.current);
    }
  }, []);
  const deed = useDeed(async (key) => {
    setRefused(false);
    try {
      onIn(await Desk.signIn(key));
    } catch (thrown) {
      if (!(thrown instanceof Problem && thrown.status === 401)) {
        throw thrown;
      }
      setRefused(true);
      field.current.focus();
    }
  });
  const wrong = refused ? 'key-wrong' : undefined;
  return html`
    <h1 ref=${title}>${t(ended ? 'owner.ended' : 'owner.title')}</h1>
    <p class="lead">${t(ended ? 'owner.endedText' : 'owner.lead')}</p>
    <form class="measure" onSubmit=${filled(({ key }) => key && deed.run(key))}>
      <label for="key">${t('owner.key')}</label>
      <input id="key" name="key" type="password" required autocomplete="current-password" spellcheck="false" maxlength="200" ref=${field}
        aria-invalid=${refused ? 'true' : undefined} aria-describedby=${[wrong, 'key-hint'].filter(Boolean).join(' ')} />
      ${refused && html`<p id="key-wrong" class="problem" role="alert">${t('owner.keyWrong')}</p>`}
      <p id="key-hint" class="hint">${t('owner.keyHint')}</p>
      <${Wrong} deed=${deed} />
      <button type="submit" disabled=${deed.busy} aria-busy=${deed.busy ? 'true' : undefined}>${t('owner.signIn')}</button>
    </form>`;
}
