import { expect, it } from 'vitest';
import type { Proposal } from '../src/api/types.ts';
import { bodyOf, emptyForm, formOf, kept, unanswered } from '../src/logic/proposal.ts';
import { idFrom } from '../src/logic/words.ts';

const person = (id: string, name: string, keep = true) =>
  ({ id, name, given_name: name.split(' ')[0] ?? '', family_name: name.split(' ')[1] ?? '', honorific: '', title: '', email: `${id}@acme.example`, part: 'interviewer' as const, keep, why: 'Invited.' });
const proposal = (some: Partial<Proposal> = {}): Proposal => ({
  kind: 'invitation', message: 'An invitation.', known: null, changes: null, left_out: [], guesses: [], questions: [], people: [person('dana', 'Dana Whitcombe'), person('lee', 'Lee Brandt', false)],
  interview: { company: { name: 'Acme', domains: ['acme.example'] }, role: 'Staff Engineer',
    rounds: [{ id: 'onsite', title: 'On-site', starts_at: '2026-03-11T14:00:00Z', ends_at: '2026-03-11T19:00:00Z', timezone: 'America/New_York', participants: ['dana'] }] },
  ...some,
});

it('what was confirmed untouched is what was proposed', () => {
  const body = bodyOf(formOf(proposal(), 'UTC')) as { participants: object[]; rounds: object[] };
  expect(body.participants).toEqual([{ id: 'dana', name: 'Dana Whitcombe', given_name: 'Dana', family_name: 'Whitcombe', email: 'dana@acme.example', part: 'interviewer' }]);
  expect(body.rounds).toEqual([{ id: 'onsite', title: 'On-site', starts_at: '2026-03-11T14:00:00Z', ends_at: '2026-03-11T19:00:00Z', timezone: 'America/New_York', location: '', participants: ['dana'] }]);
  expect(body).toMatchObject({ company: { name: 'Acme', timezone: 'America/New_York', domains: ['acme.example'] }, role: 'Staff Engineer' });
});

it('who is unticked is not met either, and a corrected name replaces its pieces', () => {
  const form = formOf(proposal(), 'UTC');
  const [dana, lee] = form.people;
  if (!dana || !lee) expect.fail('two people were proposed');
  Object.assign(dana, { keep: false });
  Object.assign(lee, { keep: true, name: 'Leigh Brandt' });
  expect(bodyOf(form)).toMatchObject({ participants: [{ id: 'lee', name: 'Leigh Brandt' }] });
  expect(JSON.stringify(bodyOf(form))).not.toContain('given_name');
  expect(JSON.stringify(bodyOf(form))).not.toContain('"dana"');
});

it('a time without a zone keeps its clock until somebody names the zone', () => {
  const round = { id: 'r', title: 'Call', starts_at: '2026-03-11T10:00:00' };
  const form = formOf(proposal({ interview: { company: { name: '' }, role: '', rounds: [round] }, questions: [
    { pointer: '/company/name', message: 'Which company?', options: [] }, { pointer: '/rounds/0/timezone', message: 'Which zone?', options: ['America/New_York'] }] }), 'Asia/Tokyo');
  expect(form.rounds[0]).toMatchObject({ start: '2026-03-11T10:00', zone: '' });
  expect(unanswered(form).map((q) => q.pointer)).toEqual(['/company/name', '/rounds/0/timezone']);
  Object.assign(form, { company: 'Acme' });
  Object.assign(form.rounds[0] ?? {}, { zone: 'America/New_York' });
  expect(unanswered(form)).toEqual([]);
  expect(bodyOf(form)).toMatchObject({ rounds: [{ starts_at: '2026-03-11T14:00:00Z' }] });
});

it('empty lines of the form are no people', () => {
  const form = emptyForm('UTC');
  expect(kept(form)).toEqual([]);
  expect(bodyOf(form)).toMatchObject({ participants: [], rounds: [] });
});

it('ids are made of names and differ', () => {
  expect(idFrom('Zoë Ångström', [])).toBe('zoe-angstrom');
  expect(idFrom('Sam', ['sam', 'sam-2'])).toBe('sam-3');
  expect(idFrom('李', [])).toBe('x');
});
