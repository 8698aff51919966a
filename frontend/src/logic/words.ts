/** The names people read for the words of the API. */
import type { Channel, Part, StepKind, StepState } from '../api/types.ts';

export const PARTS: Record<Part, string> = { hiring_manager: 'Hiring manager', hr: 'HR', interviewer: 'Interviewer', other: 'Other' };
export const CHANNELS: Record<Channel, { name: string; hint: string }> = {
  person: { name: 'Person', hint: 'Not work: sailing, the same home town' },
  concept: { name: 'Concept', hint: 'An idea or a problem of the work that you talked about' },
  company: { name: 'Company', hint: 'The product, the market, the team, where it is going' },
};
export const KINDS: Record<StepKind, string> = { mail: 'Mail', invitation: 'Invitation', call: 'Call', task: 'Task' };
export const STATES: Record<StepState, string> = {
  upcoming: 'Upcoming', due: 'Due today', overdue: 'Overdue', ready: 'Ready', blocked: 'Something is missing', paused: 'Paused',
  done: 'Done', skipped: 'Skipped', cancelled: 'Cancelled', withdrawn: 'No longer needed',
};
export const STATUSES: Record<string, string> = {
  preparing: 'Preparing', interviewing: 'Interviewing', waiting: 'Waiting', paused: 'Paused', offer: 'Offer', hired: 'Hired',
  declined: 'Declined', rejected: 'Rejected', withdrawn: 'Withdrawn', closed: 'Closed',
};
export const GROUPS = { overdue: 'Overdue', today: 'Today', week: 'Next 7 days', later: 'Later', waiting: 'Waiting for something' } as const;

/** "Dana Whitcombe", "Sam and Lee", "Sam, Lee and Dana"; of many the first few, and how many more. */
export function names(people: { name: string }[], most = Infinity): string {
  const all = people.slice(0, most).map((p) => p.name);
  if (people.length > most) all.push(`${String(people.length - most)} more`);
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

export const plural = (n: number, one: string, many = `${one}s`): string => `${String(n)} ${n === 1 ? one : many}`;

/** An id from a name, unlike any in `taken`: letters, digits and single hyphens. */
export function idFrom(name: string, taken: string[]): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 34) || 'x';
  let id = plain;
  for (let n = 2; taken.includes(id); n += 1) id = `${plain}-${String(n)}`;
  return id;
}

/** How much a finding weighs, said where only a colour is seen. */
export const WEIGHTS = { block: 'To be mended', warn: 'Worth a look', hint: 'Hint' } as const;
export const HOWS = { saved: 'Saved', reset: 'Generated text taken', approved: 'Marked as ready', sent: 'Sent' } as const;
