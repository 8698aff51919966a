/** What a file changes in an interview that is there already, as people read it: the old beside the new. */
import type { Change, Reading } from '../api/types.ts';
import { longDay, timeIn } from './days.ts';
import { wallClock } from './zones.ts';

export interface ChangeRow { what: string; before: string; after: string }
const TIMES: Record<string, string> = { starts_at: 'Begins', ends_at: 'Ends' };

/** "Wednesday 11 March 2026, 10:00" on the clock of `zone`. */
export function momentIn(instant: string, zone: string): string {
  const day = wallClock(instant, zone).slice(0, 10);
  return `${longDay(day)} ${day.slice(0, 4)}, ${timeIn(instant, zone)}`;
}

/** The zone in which the file tells its times; the reader's own where it names none. */
export function zoneOf({ interview, known }: Pick<Reading, 'interview' | 'known'>, own: string): string {
  const rounds = interview?.rounds ?? [];
  return (rounds.find((round) => round.id === known?.round) ?? rounds[0])?.timezone || own;
}

/** "New York" for `America/New_York`. */
export const placeName = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

const row = (zone: string) => ({ pointer, from, to }: Change): ChangeRow => {
  const time = TIMES[pointer.split('/').at(-1) ?? ''];
  if (!time) return { what: pointer.startsWith('/participants') ? 'New person' : 'Now', before: from ?? '', after: to };
  return { what: time, before: from ? momentIn(from, zone) : '', after: momentIn(to, zone) };
};

export const changeRows = (changes: Change[], zone: string): ChangeRow[] => changes.map(row(zone));
