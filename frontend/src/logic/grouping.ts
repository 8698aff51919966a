/** Steps into the groups a person thinks in. Order inside a group is the server's. */
import type { Step } from '../api/types.ts';
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

/** The groups that hold something, in the order of urgency; closed steps are left out. */
export function groupSteps<S extends Pick<Step, 'state' | 'due_on'>>(steps: S[], today: string): Group<S>[] {
  const open = steps.filter(isOpen);
  return ORDER.map((name) => ({ name, steps: open.filter((step) => groupOf(step, today) === name) })).filter((g) => g.steps.length > 0);
}

/** The step to do next: the first open one that waits for nothing. */
export const nextUp = (steps: Step[]): Step | undefined => steps.find((step) => isOpen(step) && !waits(step) && !isPreview(step));
