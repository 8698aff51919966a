import { afterEach, expect, it, vi } from 'vitest';
import { ask, client } from '../src/api/client.ts';
import { Problem, fieldError } from '../src/logic/problems.ts';

const answers = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })));
afterEach(() => { vi.unstubAllGlobals(); });
const read = () => ask(client.GET('/api/v1/profile'));

it('a refusal is its sentence, and each field knows its own', async () => {
  const errors = [{ pointer: '/participants/1/email', code: 'email', detail: 'That is no e-mail address.' }];
  answers(422, { type: 'x', title: 'Wrong fields', detail: 'One field is wrong.', errors });
  const problem = await read().catch((e: unknown) => e);
  expect(problem).toBeInstanceOf(Problem);
  expect((problem as Problem).message).toBe('Address: That is no e-mail address.');
  expect(fieldError(problem, '/participants/1/email')).toBe('That is no e-mail address.');
  expect(fieldError(problem, '/participants/1')).toBe('That is no e-mail address.');
  expect(fieldError(problem, '/participants/10')).toBe('');
});

it('people read the names of fields, never pointers', async () => {
  const errors = [{ pointer: '/company/subdivision', detail: 'No such region.' }, { pointer: '/step', detail: 'Say to whom it went.' }];
  answers(422, { title: 'Wrong fields', detail: 'Correct what errors names: /company/subdivision, /step.', errors });
  await expect(read()).rejects.toThrow(/^State or region: No such region. Say to whom it went.$/);
});

it('without a detail the title speaks, without both the number', async () => {
  answers(409, { title: 'Too early' });
  await expect(read()).rejects.toThrow('Too early');
  answers(500, {});
  await expect(read()).rejects.toThrow('The server answered 500.');
});

it('a server that is away is a sentence too', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(read()).rejects.toThrow('Afterview does not answer. Is it still running?');
});
