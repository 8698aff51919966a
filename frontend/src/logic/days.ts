/** Days are ISO texts from the server and stay texts: no clock and no zone of this machine touches them. */
const MS = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const fmt = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const short = fmt({ weekday: 'short', day: 'numeric', month: 'short' });
const withYear = fmt({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const full = fmt({ day: 'numeric', month: 'long', year: 'numeric' });
const long = fmt({ weekday: 'long', day: 'numeric', month: 'long' });

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / MS);

export const addDays = (day: string, n: number): string => new Date(at(day) + n * MS).toISOString().slice(0, 10);

/** "Wed 18 Mar", with the year when it is not this one. */
export function dayLabel(day: string, today: string): string {
  const text = (day.slice(0, 4) === today.slice(0, 4) ? short : withYear).format(at(day));
  return text.replace(',', '');
}

export const fullDay = (day: string): string => full.format(at(day));
export const longDay = (day: string): string => long.format(at(day));

/** "today", "tomorrow", "in 6 days", "3 days ago". */
export function distance(day: string, today: string): string {
  return new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' }).format(daysBetween(today, day), 'day');
}

/** "10:30" on the clock of `zone`. */
export function timeIn(instant: string, zone: string | null | undefined): string {
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone || 'UTC' }).format(new Date(instant));
}
