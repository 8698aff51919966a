/** The one door to the server: answers become values, refusals become `Problem`s. */
import createClient from 'openapi-fetch';
import { Problem, unreachable, type ProblemBody } from '../logic/problems.ts';
import type { paths } from './schema.d.ts';

export const client = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: reach });

async function reach(request: Request): Promise<Response> {
  try { return await fetch(request); } catch { throw unreachable(); }
}

interface Answer<T> { data?: T; error?: unknown; response: Response }
export interface Tagged<T> { value: T; etag: string }

/** The body of a good answer; throws `Problem` otherwise. */
export async function ask<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await askTagged(call)).value;
}

/** The same with the `ETag` that a later write must name. */
export async function askTagged<T>(call: Promise<Answer<T>>): Promise<Tagged<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw new Problem(response.status, asProblem(error));
  return { value: data as T, etag: response.headers.get('ETag') ?? '*' };
}

const asProblem = (error: unknown): ProblemBody => (typeof error === 'object' && error !== null ? { ...error } : {});

export const ifMatch = (etag: string): { header: { 'If-Match': string } } => ({ header: { 'If-Match': etag } });
