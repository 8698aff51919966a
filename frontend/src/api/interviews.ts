/** Interviews, their people, rounds, notes and events. Writes to people and rounds name the interview's version. */
import { idFrom } from '../logic/words.ts';
import { ask, askTagged, client, ifMatch, type Tagged } from './client.ts';
import type { Interview, InterviewIn, InterviewItem, InterviewPatch, NewNote, NewOccurrence, Note, Occurrence, PersonBody, Plan, Preview, RoundBody, Supposed } from './types.ts';

const ROOT = '/api/v1/interviews/{interview_id}';
const of = (interview_id: string) => ({ path: { interview_id } });

/** The newest two hundred: more than anybody looks for by eye. `deleted`: those of the last thirty days that were removed. */
export const listInterviews = async (deleted = false): Promise<InterviewItem[]> =>
  (await ask(client.GET('/api/v1/interviews', { params: { query: { limit: 200, deleted } } }))).items;
export const createInterview = (body: InterviewIn): Promise<Interview> => ask(client.POST('/api/v1/interviews', { body }));
export const createExample = async (): Promise<InterviewItem[]> => (await ask(client.POST('/api/v1/demo'))).items;
export const readInterview = (id: string): Promise<Tagged<Interview>> => askTagged(client.GET(ROOT, { params: of(id) }));
export const readPlan = (id: string): Promise<Plan> =>
  ask(client.GET(`${ROOT}/plan`, { params: { ...of(id), query: { include: 'drafts,findings' } } }));
/** What `supposed` would do to the plan; stores nothing. */
export const previewPlan = (id: string, supposed: Supposed): Promise<Preview> =>
  ask(client.POST(`${ROOT}/plan/preview`, { params: of(id), body: { events: [], decisions: {}, ...supposed } }));
export const patchInterview = (id: string, etag: string, body: InterviewPatch): Promise<unknown> =>
  ask(client.PATCH(ROOT, { params: { ...of(id), ...ifMatch(etag) }, body }));
export const deleteInterview = (id: string, etag: string): Promise<unknown> => ask(client.DELETE(ROOT, { params: { ...of(id), ...ifMatch(etag) } }));
/** What was removed within thirty days comes back as it was, with everything that hung on it. */
export const restoreInterview = (id: string): Promise<unknown> => ask(client.POST(`${ROOT}/restore`, { params: of(id) }));
export const restoreParticipant = (interview_id: string, participant_id: string): Promise<unknown> =>
  ask(client.POST(`${ROOT}/participants/{participant_id}/restore`, { params: { path: { interview_id, participant_id } } }));
export const restoreRound = (interview_id: string, round_id: string): Promise<unknown> =>
  ask(client.POST(`${ROOT}/rounds/{round_id}/restore`, { params: { path: { interview_id, round_id } } }));
export const restoreNote = (interview_id: string, note_id: string): Promise<unknown> =>
  ask(client.POST(`${ROOT}/notes/{note_id}/restore`, { params: { path: { interview_id, note_id } } }));
export const restoreEvent = (interview_id: string, event_id: string): Promise<unknown> =>
  ask(client.POST(`${ROOT}/events/{event_id}/restore`, { params: { path: { interview_id, event_id } } }));

const person = (interview_id: string, participant_id: string, etag: string) => ({ path: { interview_id, participant_id }, ...ifMatch(etag) });
export const putParticipant = (id: string, pid: string, etag: string, body: PersonBody): Promise<unknown> =>
  ask(client.PUT(`${ROOT}/participants/{participant_id}`, { params: person(id, pid, etag), body }));
/** A person gets an id of the name, as the server would make one. */
export async function addParticipant(one: Interview, etag: string, body: PersonBody, metIn: string[]): Promise<void> {
  const pid = idFrom(body.name, one.participants.map((p) => p.id));
  await putParticipant(one.id, pid, etag, body);
  for (const { id, participants, ...rest } of one.rounds) {
    if (participants && metIn.includes(id)) await putRound(one.id, id, '*', { ...rest, participants: [...participants, pid] });
  }
}
export const patchParticipant = (id: string, pid: string, etag: string, body: Partial<PersonBody>): Promise<unknown> =>
  ask(client.PATCH(`${ROOT}/participants/{participant_id}`, { params: person(id, pid, etag), body }));
export const deleteParticipant = (id: string, pid: string, etag: string): Promise<unknown> =>
  ask(client.DELETE(`${ROOT}/participants/{participant_id}`, { params: person(id, pid, etag) }));

const round = (interview_id: string, round_id: string, etag: string) => ({ path: { interview_id, round_id }, ...ifMatch(etag) });
export const putRound = (id: string, rid: string, etag: string, body: RoundBody): Promise<unknown> =>
  ask(client.PUT(`${ROOT}/rounds/{round_id}`, { params: round(id, rid, etag), body }));
export const addRound = (one: Interview, etag: string, body: RoundBody): Promise<unknown> =>
  putRound(one.id, idFrom(`round ${body.title ?? ''}`, one.rounds.map((r) => r.id)), etag, body);
export const deleteRound = (id: string, rid: string, etag: string): Promise<unknown> =>
  ask(client.DELETE(`${ROOT}/rounds/{round_id}`, { params: round(id, rid, etag) }));

/** Takes back what an invitation changed: the round is as it was, and who came with it goes. */
export async function takeBackUpdate(before: Interview, rid: string): Promise<void> {
  const { value: now } = await readInterview(before.id);
  const round = before.rounds.find((r) => r.id === rid);
  if (round) await putRound(before.id, rid, '*', { ...round });
  const there = new Set(before.participants.map((p) => p.id));
  for (const { id } of now.participants) if (!there.has(id)) await deleteParticipant(before.id, id, '*');
}

const note = (interview_id: string, note_id: string) => ({ path: { interview_id, note_id }, ...ifMatch('*') });
export const addNote = (id: string, body: NewNote): Promise<unknown> => ask(client.POST(`${ROOT}/notes`, { params: of(id), body }));
export const patchNote = (id: string, nid: string, body: Partial<Note>): Promise<unknown> =>
  ask(client.PATCH(`${ROOT}/notes/{note_id}`, { params: note(id, nid), body }));
export const deleteNote = (id: string, nid: string): Promise<unknown> => ask(client.DELETE(`${ROOT}/notes/{note_id}`, { params: note(id, nid) }));

export const addEvent = (id: string, body: NewOccurrence): Promise<Occurrence> => ask(client.POST(`${ROOT}/events`, { params: of(id), body }));
export const deleteEvent = (interview_id: string, event_id: string): Promise<unknown> =>
  ask(client.DELETE(`${ROOT}/events/{event_id}`, { params: { path: { interview_id, event_id }, ...ifMatch('*') } }));
