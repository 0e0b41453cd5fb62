// What an answer is: {value}, or {state: 'dontKnow'}, or {state: 'notApplicable', reason}; each may have a note, and a value
// may have evidence. No answer is undefined. Nothing here knows of the page.

export const GRADES = ['E0', 'E1', 'E2', 'E3', 'E4'];

/** Whether an answer can be sent: what does not apply needs its reason, and a number must be one. */
export function isWhole(answer) {
  if (!answer) {
    return false;
  }
  return answer.state === 'notApplicable' ? Boolean(answer.reason?.trim()) : answer.state === 'dontKnow' || answer.value !== undefined;
}

/** The same answer with another value; what belonged to a state goes. */
export function withValue(answer, value) {
  const { note, evidence, seconds } = answer ?? {};
  return tidy({ value, evidence, note, seconds });
}

/** The same answer with a state; value and evidence go. */
export function withState(answer, state) {
  const { note, seconds } = answer ?? {};
  return tidy({ state, reason: state === 'notApplicable' ? '' : undefined, note, seconds });
}

/** The same answer with other parts; empty ones go. */
export const withParts = (answer, parts) => tidy({ ...answer, ...parts });

function tidy(answer) {
  const tidied = {};
  for (const [key, value] of Object.entries(answer)) {
    const empty = value === undefined || (key === 'note' && value === '') || (key === 'evidence' && value?.length === 0);
    if (!empty) {
      tidied[key] = value;
    }
  }
  return tidied;
}

/** The patch that makes of any answer this one: what it does not have is taken back. */
export function patchOf(answer) {
  if (!answer) {
    return null;
  }
  const patch = { note: null, seconds: null, ...(answer.state ? { state: null } : { value: null, evidence: null }) };
  return { ...patch, ...answer };
}

/** Whether two answers say the same; how long somebody took does not matter. */
export function same(one, other) {
  return canonical(one) === canonical(other);
}

function canonical(answer) {
  if (!answer) {
    return '';
  }
  const { value, state, reason, note, evidence } = answer;
  const grades = (evidence ?? []).map((one) => [one.grade, one.note ?? '', one.link ?? '']);
  return JSON.stringify([value ?? null, state ?? '', (reason ?? '').trim(), note ?? '', grades]);
}

/** The number that somebody wrote, in whatever width of digits and with either decimal sign; undefined for none. */
export function numberOf(text) {
  const plain = text.normalize('NFKC').replace(/[\s,](?=\d{3}(\D|$))/g, '').replace(',', '.').trim();
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
