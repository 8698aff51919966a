/** How a step is called, who gets it, and where what it lacks can be mended. */
import type { Advice, Step } from '../api/types.ts';
import { ownZone, wallClock } from './zones.ts';
import { toInterview } from './router.ts';
import { names } from './words.ts';

/** The verb that says "it happened". */
export const DONE_VERB = { mail: 'Mark as sent', invitation: 'Mark as invited', call: 'Log the call', task: 'Done' } as const;
export const DONE_SAID = { mail: 'Marked as sent.', invitation: 'Marked as invited.', call: 'Call logged.', task: 'Done.' } as const;

/** The day that a step stands for: when it happened, else when it is due. */
export const dayOf = (at: string): string => (at.length === 10 ? at : wallClock(at, ownZone()).slice(0, 10));
export const dayOfStep = (step: Pick<Step, 'state' | 'done_at' | 'due_on'>): string | null =>
  step.state === 'done' && step.done_at ? dayOf(step.done_at) : step.due_on;

export function recipients(step: Pick<Step, 'to' | 'cc' | 'kind'>): string {
  if (!step.to.length) return '';
  const verb = { mail: 'To', invitation: 'Invite', call: 'Call', task: 'With' }[step.kind];
  return `${verb} ${names(step.to, 4)}${step.cc.length ? `, copy to ${names(step.cc)}` : ''}`;
}

const ABOUT_YOU = new Set(['no-name', 'no-pitch']);

/** Most of what is advised is mended; whether to go on is decided. */
export const mendVerb = (advice: Advice): string => (advice.code === 'soft-stop' ? 'Decide' : 'Mend it');

/** The place where somebody can mend what `advice` names. */
export function mendAt(interview: string, advice: Advice): string {
  const pointer = advice.pointer ?? '';
  if (ABOUT_YOU.has(advice.code) || pointer.startsWith('/profile') || pointer.startsWith('/pitches')) return '/settings';
  if (advice.code === 'soft-stop') return toInterview(interview, 'events');
  if (advice.code === 'in-no-round') return toInterview(interview, 'rounds');
  if (pointer.startsWith('/bookmarks')) return `${toInterview(interview, 'rounds')}#bookmarks`;
  if (advice.participant) return `${toInterview(interview, 'people')}#person-${advice.participant}`;
  if (pointer.startsWith('/participants')) return toInterview(interview, 'people');
  if (advice.round || pointer.startsWith('/rounds')) return toInterview(interview, 'rounds');
  if (pointer.startsWith('/company') || pointer.startsWith('/role')) return `${toInterview(interview, 'rounds')}#details`;
  return pointer.startsWith('/events') ? toInterview(interview, 'events') : toInterview(interview, 'people');
}

