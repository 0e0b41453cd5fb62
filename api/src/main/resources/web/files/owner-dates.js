// Dates that are told in the time zone of the tenant, whatever zone the reader sits in. Nothing here knows of the page.

/** What a clock in a zone shows at a time, as a form field takes it: 2027-03-31T23:59. */
export function inZone(time, zone) {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(new Date(time));
  const of = (type) => parts.find((part) => part.type === type).value;
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/** The time at which a clock in a zone shows what a form field has, in UTC; of two such times the one that is nearer to its guess. */
export function fromZone(shown, zone) {
  const wanted = Date.parse(`${shown}Z`);
  let time = wanted;
  for (let i = 0; i < 2; i++) {
    time += wanted - Date.parse(`${inZone(time, zone)}Z`);
  }
  return new Date(time).toISOString();
}
