// The page of owners, consultants and readers: signs in with a key, then shows assessments. Which screen is shown stands behind
// the # of the address; the key does not.

import { html, show, focusOn, useEffect, useRef, useState } from './frame.js';
import { t } from './i18n.js';
import { Problem } from './api.js';
import { Failure } from './parts.js';
import { noteSignedIn, noteSignedOut, onSignedOutElsewhere, wasSignedIn } from './signed-in.js';
import { Desk } from './owner-desk.js';
import { useDeed, Wrong } from './owner-parts.js';
import { SignIn } from './owner-sign-in.js';
import { Assessments } from './owner-assessments.js';
import { NewAssessment } from './owner-new.js';
import { Assessment } from './owner-assessment.js';
import { Keys } from './owner-keys.js';
import { AuditTrail } from './owner-audit.js';
import { Questionnaires } from './owner-questionnaires.js';
import { TenantSettings } from './owner-tenant.js';
import { Data } from './owner-data.js';
import { useLeaveWarning } from './owner-links.js';
import { OwnerReport } from './owner-report.js';

/** The screens beside the list of assessments, and the right that each needs. */
const SCREENS = [
  { name: 'questionnaires', right: 'see-assessment', screen: Questionnaires },
  { name: 'keys', right: 'manage-keys', screen: Keys },
  { name: 'settings', right: 'keep-tenant', screen: TenantSettings },
  { name: 'data', right: 'export', screen: Data },
  { name: 'audit', right: 'read-audit', screen: AuditTrail },
];

function Signed({ desk, onOut }) {
  const [screen, setScreen] = useState(location.hash.slice(1));
  const root = useRef();
  const out = useDeed(async () => {
    await desk.signOut();
    onOut();
  });
  useEffect(() => {
    const moved = () => setScreen(location.hash.slice(1));
    addEventListener('hashchange', moved);
    moved(); // whoever went on before anybody listened
    return () => removeEventListener('hashchange', moved);
  }, []);
  useEffect(() => {
    focusOn(root.current.querySelector('h1'));
    scrollTo(0, 0);
  }, [screen]);
  useLeaveWarning(desk);
  const area = screen.split('/')[0];
  const here = (name) => ((name === '' ? ['', 'assessment', 'new', 'report'].includes(area) : area === name) ? 'page' : undefined);
  return html`
    <div class="desk-who"><span>${desk.tenant.name} <span class="quiet">${t('owner.signedInAs', { label: desk.key.label, scope: t(`owner.role-${desk.key.scope}`) })}</span></span>
      <button type="button" class="plain-button" disabled=${out.busy} onClick=${() => out.run()}>${t('owner.signOut')}</button></div>
    <nav class="desk-nav" aria-label=${t('owner.nav')}>
      <a href="#" aria-current=${here('')}>${t('owner.assessments')}</a>
      ${SCREENS.filter(({ right }) => desk.may(right)).map(({ name }) => html`<a key=${name} href=${`#${name}`} aria-current=${here(name)}>${t(`owner.${name}`)}</a>`)}
    </nav>
    <${Wrong} deed=${out} />
    <div ref=${root} class="desk"><${Screen} screen=${screen} desk=${desk} onOut=${onOut} /></div>`;
}

function Screen({ screen, desk, onOut }) {
  const [name, id, part, more] = screen.split('/');
  const other = SCREENS.find((one) => one.name === name && desk.may(one.right));
  if (!desk.may('see-assessment')) {
    return html`<h1>${t('owner.assessments')}</h1><p class="notice measure">${t('owner.nothingHere')}</p>`;
  } else if (name === 'assessment' && id) {
    return html`<${Assessment} key=${id} desk=${desk} id=${id} name=${part} />`;
  } else if (name === 'report' && part && desk.may('read-results')) {
    return html`<${OwnerReport} key=${screen} desk=${desk} assessment=${id} questionnaire=${part} snapshot=${more} />`;
  } else if (name === 'new' && desk.may('start-assessment')) {
    return html`<${NewAssessment} desk=${desk} />`;
  } else if (other) {
    return html`<${other.screen} key=${screen} desk=${desk} id=${id} onOut=${onOut} />`;
  }
  return html`<${Assessments} desk=${desk} />`;
}

function Owner({ place }) {
  const [desk, setDesk] = useState(() => place && new Desk(place));
  const [ended, setEnded] = useState(false);
  desk?.whenEnded(() => setEnded(true));
  const gone = () => {
    noteSignedOut();
    history.replaceState(null, '', location.pathname + location.search);
    setEnded(false);
    setDesk(null);
  };
  useEffect(() => onSignedOutElsewhere(gone), []);
  useEffect(() => { document.getElementById('sign-in').textContent = t(desk ? 'frame.assessments' : 'frame.signIn'); }, [desk]);
  const entered = (who) => {
    noteSignedIn();
    setEnded(false);
    if (!desk || desk.key.holder !== who.key.holder) {
      setDesk(new Desk(who));
    }
  };
  return html`
    ${(!desk || ended) && html`<${SignIn} key=${ended ? 'again' : 'first'} ended=${ended} onIn=${entered} />`}
    ${desk && html`<div hidden=${ended}><${Signed} key=${desk.key.holder} desk=${desk} onOut=${gone} /></div>`}`;
}

async function start() {
  let place = null;
  try {
    place = wasSignedIn() ? await Desk.place() : null;
  } catch (thrown) {
    if (!(thrown instanceof Problem && thrown.status === 401)) {
      show(html`<h1>${t('owner.title')}</h1><${Failure} thrown=${thrown} again=${start} />`);
      return;
    }
    noteSignedOut();
  }
  show(html`<${Owner} place=${place} />`);
}

start();
