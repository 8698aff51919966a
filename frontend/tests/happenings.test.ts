import { expect, it } from 'vitest';
import { HAPPENINGS, eventBody, tell, wordsOf } from '../src/logic/happenings.ts';

const nameOf = (id: string) => ({ priya: 'Priya Nair', dana: 'Dana Whitcombe' })[id] ?? id;

it('tells an event in a line', () => {
  const reply = { id: 'e', kind: 'reply' as const, version: 1, at: '2026-03-12', participant: 'priya', decision_on: '2026-03-20', summary: 'Next week.' };
  expect(tell(reply, nameOf, '2026-03-12')).toBe('A reply: Priya Nair, decision by Fri 20 Mar');
  expect(wordsOf(reply)).toEqual(['Next week.']);
  expect(tell({ id: 'e', kind: 'mail_sent', version: 1, at: '2026-03-12', to: ['dana'] }, nameOf, '2026-03-12')).toBe('Mail sent: Dana Whitcombe');
});
it('what was left empty is not sent', () => {
  const offer = HAPPENINGS.find((h) => h.kind === 'offer') ?? expect.fail('offer is missing');
  expect(eventBody(offer, '2026-03-12', { base: '100', benefits: '', answer_by: undefined })).toEqual({ kind: 'offer', at: '2026-03-12', base: '100' });
});
