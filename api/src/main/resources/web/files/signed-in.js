// Whether somebody signed in with this browser: a yes for the next page and for other tabs, and nothing that opens anything. The
// cookie itself is known to the browser and the server only.

const NAME = 'moatmark:signed-in';

export const wasSignedIn = () => localStorage.getItem(NAME) === 'yes';

export const noteSignedIn = () => localStorage.setItem(NAME, 'yes');

export const noteSignedOut = () => localStorage.removeItem(NAME);

/** Tells when somebody signs out in another tab. */
export function onSignedOutElsewhere(use) {
  const heard = (event) => event.key === NAME && event.newValue === null && use();
  addEventListener('storage', heard);
  return () => removeEventListener('storage', heard);
}
