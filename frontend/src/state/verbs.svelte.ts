/** What can be done to a step from anywhere; questions are asked by one set of windows (parts/StepDialogs). */
import { setState } from '../api/steps.ts';
import type { NewState, Step } from '../api/types.ts';
import { now } from '../logic/zones.ts';
import { DONE_SAID } from '../logic/steps.ts';
import { complain, say } from './toast.svelte.ts';

export interface Chosen { verb: 'done' | 'later' | 'skip'; id: string; step: Step; today: string; after: () => Promise<unknown> }
export const verbs = $state<{ chosen: Chosen | null }>({ chosen: null });

export const choose = (chosen: Chosen): void => { verbs.chosen = chosen; };

/** Sets the state, reads anew, and offers the way back. Throws what the server refused. */
export async function decide({ id, step, after }: Omit<Chosen, 'verb' | 'today'>, body: NewState, said: string): Promise<void> {
  await setState(id, step.key, body);
  await after();
  say(said, async () => {
    await setState(id, step.key, { state: 'open' });
    await after();
  });
}

/** A task asks nothing: it is done now. */
export async function finish(what: Omit<Chosen, 'verb' | 'today'>): Promise<void> {
  try {
    await decide(what, { state: 'done', at: now() }, DONE_SAID[what.step.kind]);
  } catch (error) {
    complain(error);
  }
}
