/** The candidate: profile, policy; and the reading of invitations. */
import { ask, askTagged, client, ifMatch, type Tagged } from './client.ts';
import type { Policy, Profile, Proposal } from './types.ts';

export const readProfile = (): Promise<Tagged<Profile>> => askTagged(client.GET('/api/v1/profile'));
export const patchProfile = (etag: string, body: Partial<Profile>): Promise<Tagged<Profile>> =>
  askTagged(client.PATCH('/api/v1/profile', { params: ifMatch(etag), body }));
export const readPolicy = (): Promise<Tagged<Policy>> => askTagged(client.GET('/api/v1/policy'));
export const patchPolicy = (etag: string, body: Partial<Policy>): Promise<Tagged<Policy>> =>
  askTagged(client.PATCH('/api/v1/policy', { params: ifMatch(etag), body }));

/** Reads an invitation; stores nothing. */
export const readInvitation = (file: Blob): Promise<Proposal> =>
  ask(client.POST('/api/v1/imports', { body: file as never, bodySerializer: (body: unknown) => body as Blob, headers: { 'Content-Type': 'application/octet-stream' } }));
