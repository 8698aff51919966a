/** The candidate: profile, policy; and the reading of invitations. */
import { ask, askTagged, client, ifMatch, type Tagged } from './client.ts';
import type { Pitch, Policy, Profile, Reading } from './types.ts';

export const readProfile = (): Promise<Tagged<Profile>> => askTagged(client.GET('/api/v1/profile'));
export const patchProfile = (etag: string, body: Partial<Omit<Profile, 'pitches'>> & { pitches?: Pitch[] }): Promise<Tagged<Profile>> =>
  askTagged(client.PATCH('/api/v1/profile', { params: ifMatch(etag), body }));
export const readPolicy = (): Promise<Tagged<Policy>> => askTagged(client.GET('/api/v1/policy'));
export const patchPolicy = (etag: string, body: Partial<Policy>): Promise<Tagged<Policy>> =>
  askTagged(client.PATCH('/api/v1/policy', { params: ifMatch(etag), body }));

const raw = (file: Blob) => ({ body: file as never, bodySerializer: (body: unknown) => body as Blob, headers: { 'Content-Type': 'application/octet-stream' } });
/** Reads an invitation; stores nothing. */
export const readInvitation = async (file: Blob): Promise<Reading> =>
  (await ask(client.POST('/api/v1/imports', raw(file)))) as Reading; // an interview is answered only with ?apply=true
/** Lets the interview that is there already be as the file says. */
export const applyInvitation = (file: Blob): Promise<unknown> => ask(client.POST('/api/v1/imports', { ...raw(file), params: { query: { apply: true } } }));
