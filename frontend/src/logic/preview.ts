/** What something would do to the plan, line by line, as people read it. */
import type { Preview, Step } from '../api/types.ts';
import { dayLabel } from './days.ts';
import { names, STATES } from './words.ts';

export type Effect = 'added' | 'moved' | 'removed';
export interface Line { effect: Effect; key: string; title: string; before: string; after: string }

const day = (step: Step, today: string): string => (step.due_on ? dayLabel(step.due_on, today) : 'no day yet');
const people = (step: Step): string => names([...step.to, ...step.cc], 4) || 'nobody';

/** What differs: the day if that does, else the state, else the people. */
function difference(before: Step, after: Step, today: string): [string, string] {
  const closed = after.state === 'skipped' || after.state === 'done' || after.state === 'paused';
  if (!closed && before.due_on !== after.due_on) return [day(before, today), day(after, today)];
  if (before.state !== after.state) return [STATES[before.state], STATES[after.state]];
  return before.due_on === after.due_on ? [people(before), people(after)] : [day(before, today), day(after, today)];
}

/** What comes, what changes, what goes; of reminders far ahead only what comes first. */
export function linesOf({ today, added, moved, removed }: Preview): Line[] {
  const line = (effect: Effect, { key, title }: Step, before: string, after: string): Line => ({ effect, key, title, before, after });
  return [
    ...added.filter((step) => !step.preview).map((step) => line('added', step, '', day(step, today))),
    ...moved.filter(({ after }) => !after.preview).map(({ before, after }) => line('moved', after, ...difference(before, after, today))),
    ...removed.filter((step) => !step.preview).map((step) => line('removed', step, day(step, today), '')),
  ];
}

/** The event that "it happened" will be, for the steps whose doing moves others. */
export function deed(step: Pick<Step, 'kind' | 'key' | 'participant' | 'to'>, at: string): Record<string, unknown> | null {
  if (step.kind === 'mail') return { kind: 'mail_sent', step: step.key, at };
  if (step.kind === 'invitation') return { kind: 'invitation_sent', participant: step.participant ?? step.to[0]?.id, at };
  return null;
}
