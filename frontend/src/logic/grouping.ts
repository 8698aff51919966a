/** Steps into the groups a person thinks in. Order inside a group is the server's; of what is late, mails come first. */
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

/** The groups that hold something, in the order of urgency; closed steps are left out. */
export function groupSteps<S extends Urgent>(steps: S[], today: string): Group<S>[] {
  const open = steps.filter(isOpen);
  const of = (name: GroupName) => open.filter((step) => groupOf(step, today) === name);
  const sorted = (name: GroupName) => (name === 'overdue' ? of(name).sort((a, b) => WEIGHT[a.kind] - WEIGHT[b.kind]) : of(name));
  return ORDER.map((name) => ({ name, steps: sorted(name) })).filter((g) => g.steps.length > 0);
}

/** The step to do next: the first of the groups that waits for nothing. */
export const nextUp = (steps: Step[], today: string): Step | undefined =>
  groupSteps(steps.filter((step) => !waits(step) && !isPreview(step)), today)[0]?.steps[0];
