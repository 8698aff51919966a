/** Between an instant and what a form shows: the wall clock `YYYY-MM-DDTHH:mm` of a named zone. */
const parts = (zone: string) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });

/** The wall clock of `instant` in `zone`. */
export const wallClock = (instant: string, zone: string): string =>
  parts(zone).format(new Date(instant)).replace(' ', 'T');

const offsetAt = (ms: number, zone: string): number =>
  Date.parse(`${wallClock(new Date(ms).toISOString(), zone)}:00Z`) - Math.floor(ms / 60_000) * 60_000;

const stamp = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** The instant at which a clock in `zone` shows `wall`; an hour that spring skips is read one hour later. */
export function instantOf(wall: string, zone: string): string {
  const naive = Date.parse(`${wall}:00Z`);
  const guess = naive - offsetAt(naive, zone);
  const exact = stamp(naive - offsetAt(guess, zone));
  return wallClock(exact, zone) === wall ? exact : stamp(guess);
}

/** This very moment, as the API writes it. */
export const now = (): string => new Date().toISOString();
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
export const allZones = (): string[] => Intl.supportedValuesOf('timeZone');
