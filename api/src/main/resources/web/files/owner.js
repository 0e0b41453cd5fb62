// The page of owners, consultants and readers: signs in with a key, then shows assessments. Which screen is shown stands behind
// the # of the address; the key does not.

import { html, show, focusOn, useEffect, useRef, useState } from './frame.js';
import { t } from './i18n.js';
import { Problem } from './api.js';
import { Desk } from './owner-desk.js';
import { filled, useDeed, Wrong } from './owner-parts.js';
import { Assessments } from './owner-assessments.js';
import { NewAssessment } from './owner-new.js';
import { Assessment } from './owner-assessment.js';
import { Keys } from './owner-keys.js';
import { AuditTrail } from './owner-audit.js';

const KEY = 'key';

function SignIn({ onIn }) {
  const [refused, setRefused] = useState(false);
  const deed = useDeed(async (key) => {
    setRefused(false);
    const desk = new Desk(key);
    try {
      await desk.page('/v1/assessments?limit=1');
      onIn(desk);
    } catch (thrown) {
      if (!(thrown instanceof Problem && thrown.status === 401)) {
        throw thrown;
      }
      setRefused(true);
    }
  });
  const wrong = refused ? 'key-wrong' : undefined;
  return html`
    <h1>${t('owner.title')}</h1>
    <p class="lead">${t('owner.lead')}</p>
    <form class="measure" onSubmit=${filled(({ [KEY]: key }) => key && deed.run(key))}>
      <label for="key">${t('owner.key')}</label>
      <input id="key" name=${KEY} type="password" required autocomplete="off" spellcheck="false" maxlength="200"
        aria-invalid=${refused ? 'true' : undefined} aria-describedby=${[wrong, 'key-hint'].filter(Boolean).join(' ')} />
      ${refused && html`<p id="key-wrong" class="problem" role="alert">${t('owner.keyWrong')}</p>`}
      <p id="key-hint" class="hint">${t('owner.keyHint')}</p>
      <${Wrong} deed=${deed} />
      <button type="submit" disabled=${deed.busy} aria-busy=${deed.busy ? 'true' : undefined}>${t('owner.signIn')}</button>
    </form>`;
}

function Signed({ desk, onOut }) {
  const [screen, setScreen] = useState(location.hash.slice(1));
  const root = useRef();
  useEffect(() => {
    const moved = () => setScreen(location.hash.slice(1));
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  useEffect(() => {
    focusOn(root.current.querySelector('h1'));
    scrollTo(0, 0);
  }, [screen]);
  const here = (name) => (screen === name ? 'page' : undefined);
  return html`
    <nav class="desk-nav" aria-label=${t('owner.nav')}>
      <a href="#" aria-current=${here('')}>${t('owner.assessments')}</a>
      <a href="#keys" aria-current=${here('keys')}>${t('owner.keys')}</a>
      <a href="#audit" aria-current=${here('audit')}>${t('owner.audit')}</a>
      <button type="button" class="plain-button" onClick=${onOut}>${t('owner.signOut')}</button>
    </nav>
    <div ref=${root} class="desk"><${Screen} key=${screen} screen=${screen} desk=${desk} /></div>`;
}

function Screen({ screen, desk }) {
  const [name, id] = screen.split('/');
  if (name === 'assessment' && id) {
    return html`<${Assessment} desk=${desk} id=${id} />`;
  } else if (name === 'new') {
    return html`<${NewAssessment} desk=${desk} />`;
  } else if (name === 'keys') {
    return html`<${Keys} desk=${desk} />`;
  } else if (name === 'audit') {
    return html`<${AuditTrail} desk=${desk} />`;
  }
  return html`<${Assessments} desk=${desk} />`;
}

function Owner() {
  const [desk, setDesk] = useState(null);
  const out = () => {
    history.replaceState(null, '', location.pathname + location.search);
    setDesk(null);
  };
  return desk ? html`<${Signed} desk=${desk} onOut=${out} />` : html`<${SignIn} onIn=${setDesk} />`;
}

show(html`<${Owner} />`);
