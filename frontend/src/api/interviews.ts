/** Interviews, their people, rounds, notes and events. Writes to people and rounds name the interview's version. */
import { ask, askTagged, client, ifMatch, type Tagged } from './client.ts';
import { idFrom } from '../logic/words.ts';
import type { Interview, Note, Occurrence, Participant, Plan, Round } from './types.ts';

export type PersonBody = Omit<Participant, 'notes' | 'id'>;

const ROOT = '/api/v1/interviews/{id}';

export const listInterviews = async (): Promise<Interview[]> =>
  (await ask(client.GET('/api/v1/interviews', { params: { query: { limit: 200, sort: '-updated_at' } } }))).items;

export const createInterview = (body: object): Promise<Interview> => ask(client.POST('/api/v1/interviews', { body }));
export const readInterview = (id: string): Promise<Tagged<Interview>> => askTagged(client.GET(ROOT, { params: { path: { id } } }));
export const readPlan = (id: string): Promise<Plan> =>
  ask(client.GET(`${ROOT}/plan`, { params: { path: { id }, query: { include: 'drafts,findings' } } }));
export const patchInterview = (id: string, etag: string, body: object): Promise<Tagged<Interview>> =>
  askTagged(client.PATCH(ROOT, { params: { path: { id }, ...ifMatch(etag) }, body }));
export const deleteInterview = (id: string, etag: string): Promise<unknown> =>
  ask(client.DELETE(ROOT, { params: { path: { id }, ...ifMatch(etag) } }));

export const putParticipant = (id: string, pid: string, etag: string, body: PersonBody): Promise<unknown> =>
  ask(client.PUT(`${ROOT}/participants/{pid}`, { params: { path: { id, pid }, ...ifMatch(etag) }, body }));
/** A person gets an id of the name, as the server would make one. */
export const addParticipant = (one: Interview, etag: string, body: PersonBody): Promise<unknown> =>
  putParticipant(one.id, idFrom(body.name || body.email, one.participants.map((p) => p.id)), etag, body);
export const patchParticipant = (id: string, pid: string, etag: string, body: Partial<Participant>): Promise<unknown> =>
  ask(client.PATCH(`${ROOT}/participants/{pid}`, { params: { path: { id, pid }, ...ifMatch(etag) }, body }));
export const deleteParticipant = (id: string, pid: string, etag: string): Promise<unknown> =>
  ask(client.DELETE(`${ROOT}/participants/{pid}`, { params: { path: { id, pid }, ...ifMatch(etag) } }));

export const putRound = (id: string, rid: string, etag: string, body: Omit<Round, 'id'>): Promise<unknown> =>
  ask(client.PUT(`${ROOT}/rounds/{rid}`, { params: { path: { id, rid }, ...ifMatch(etag) }, body }));
export const addRound = (one: Interview, etag: string, body: Omit<Round, 'id'>): Promise<unknown> =>
  putRound(one.id, idFrom(`round ${body.title}`, one.rounds.map((r) => r.id)), etag, body);
export const deleteRound = (id: string, rid: string, etag: string): Promise<unknown> =>
  ask(client.DELETE(`${ROOT}/rounds/{rid}`, { params: { path: { id, rid }, ...ifMatch(etag) } }));

export const addNote = (id: string, body: Omit<Note, 'id'> & { participant: string }): Promise<Note> =>
  ask(client.POST(`${ROOT}/notes`, { params: { path: { id } }, body }));
export const patchNote = (id: string, nid: string, body: Partial<Note>): Promise<unknown> =>
  ask(client.PATCH(`${ROOT}/notes/{nid}`, { params: { path: { id, nid }, ...ifMatch('*') }, body }));
export const deleteNote = (id: string, nid: string): Promise<unknown> =>
  ask(client.DELETE(`${ROOT}/notes/{nid}`, { params: { path: { id, nid }, ...ifMatch('*') } }));

export const addEvent = (id: string, body: object): Promise<Occurrence> =>
  ask(client.POST(`${ROOT}/events`, { params: { path: { id } }, body }));
export const deleteEvent = (id: string, eid: string): Promise<unknown> =>
  ask(client.DELETE(`${ROOT}/events/{eid}`, { params: { path: { id, eid }, ...ifMatch('*') } }));
