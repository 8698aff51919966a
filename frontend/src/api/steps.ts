/** Steps: what a person decides about them, and the text of their mail. */
import { Stale } from '../logic/autosave.ts';
import { Problem } from '../logic/problems.ts';
import { ask, askTagged, client, ifMatch, type Tagged } from './client.ts';
import type { Draft, Finding, NewState, PastTexts, Step, StepState, Text } from './types.ts';

const ROOT = '/api/v1/interviews/{interview_id}/steps/{key}';
const path = (interview_id: string, key: string) => ({ path: { interview_id, key } });

const OPEN: StepState[] = ['upcoming', 'due', 'overdue', 'ready', 'blocked', 'paused'];

/** The open steps of all interviews, every page of the list, and the day that the server takes for today. */
export async function readToday(): Promise<{ today: string; steps: Step[] }> {
  const steps: Step[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, next, today } = await ask(client.GET('/api/v1/plan', { params: { query: { limit: 200, cursor, state: OPEN } } }));
    steps.push(...items);
    if (!next) return { today, steps };
    cursor = next;
  }
}

export const setState = (id: string, key: string, body: NewState): Promise<unknown> =>
  ask(client.PUT(`${ROOT}/state`, { params: path(id, key), body }));

export const readDraft = (id: string, key: string): Promise<Tagged<Draft>> => askTagged(client.GET(`${ROOT}/draft`, { params: path(id, key) }));

/** Saves the text; throws `Stale` with the other text when somebody saved since `etag`. */
export async function putDraft(id: string, key: string, body: Text & { base: Text | null }, etag: string): Promise<Tagged<Draft>> {
  const put = (known: string) => askTagged(client.PUT(`${ROOT}/draft`, { params: { ...path(id, key), ...ifMatch(known) }, body }));
  try {
    return await put(etag);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 412) throw error;
    const { value, etag: newest } = await readDraft(id, key);
    if (value.source === 'sent') return put(newest); // the one that was sent stands: this is for the history
    throw new Stale({ subject: value.subject, body: value.body }, newest);
  }
}

export const dropDraft = (id: string, key: string, etag: string): Promise<unknown> =>
  ask(client.DELETE(`${ROOT}/draft`, { params: { ...path(id, key), ...ifMatch(etag) } }));

/** What the checks say of a text, as if it were the step's. */
export const checkDraft = async (id: string, key: string, body: Text): Promise<Finding[]> =>
  (await ask(client.POST(`${ROOT}/draft/check`, { params: path(id, key), body }))).findings;

/** A page of the texts that the step had, the newest first. */
export const readHistory = (id: string, key: string, cursor?: string): Promise<PastTexts> =>
  ask(client.GET(`${ROOT}/draft/history`, { params: { ...path(id, key), query: { limit: 50, cursor } } }));

/** A link that opens the mail in one's own program; refused while a finding blocks it. */
export const readMailto = (id: string, key: string): Promise<{ url: string; too_long: boolean }> =>
  ask(client.GET(`${ROOT}/mailto`, { params: path(id, key) }));

/** The mail, or a reminder of it, as a file. */
export const fileAddress = (id: string, key: string, file: 'mail.eml' | 'reminder.ics'): string =>
  `/api/v1/interviews/${encodeURIComponent(id)}/steps/${encodeURIComponent(key)}/${file}`;
