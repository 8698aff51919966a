/** Steps into the groups a person thinks in, each in the order in which to do them. */
import type { Step, StepKind } from '../api/types.ts';
import { daysBetween } from './days.ts';

export type GroupName = 'overdue' | 'today' | 'week' | 'later' | 'waiting';
export interface Group<S> { name: GroupName; steps: S[] }
const ORDER: GroupName[] = ['overdue', 'today', 'week', 'later', 'waiting'];
const CLOSED = new Set(['done', 'skipped', 'cancelled', 'withdrawn']);

export const isOpen = (step: Pick<Step, 'state'>): boolean => !CLOSED.has(step.state);
export const waits = (step: Pick<Step, 'state'>): boolean => step.state === 'blocked' || step.state === 'paused';

/** A later reminder or call that is listed only to show what would come. */
export const isPreview = (step: Step): boolean => step.preview && isOpen(step);

export function groupOf(step: Pick<Step, 'state' | 'due_on'>, today: string): GroupName {
  if (waits(step) || step.due_on === null) return 'waiting';
  const days = daysBetween(today, step.due_on);
  if (step.state === 'overdue' || days < 0) return 'overdue';
  if (step.state === 'due' || days === 0) return 'today';
  return days <= 7 ? 'week' : 'later';
}

const WEIGHT: Record<StepKind, number> = { mail: 0, call: 1, task: 2, invitation: 3 };
type Urgent = Pick<Step, 'state' | 'due_on' | 'kind'>;

const LAST = '~';

/** Mails and calls before tasks and invitations: of one day, and of all that is late. Otherwise the server's order. */
function inOrder(name: GroupName): (a: Urgent, b: Urgent) => number {
  const byKind = (a: Urgent, b: Urgent) => WEIGHT[a.kind] - WEIGHT[b.kind];
  if (name === 'overdue') return byKind;
  return (a, b) => (a.due_on === b.due_on ? byKind(a, b) : (a.due_on ?? LAST) < (b.due_on ?? LAST) ? -1 : 1);
}

/** The groups that hold something, in the order of urgency; closed steps are left out. */
export function groupSteps<S extends Urgent>(steps: S[], today: string): Group<S>[] {
  const open = steps.filter(isOpen);
  const of = (name: GroupName) => open.filter((step) => groupOf(step, today) === name).sort(inOrder(name));
  return ORDER.map((name) => ({ name, steps: of(name) })).filter((g) => g.steps.length > 0);
}

/** The step to do next: the first of the groups that waits for nothing. */
export const nextUp = (steps: Step[], today: string): Step | undefined =>
  groupSteps(steps.filter((step) => !waits(step) && !isPreview(step)), today)[0]?.steps[0];
