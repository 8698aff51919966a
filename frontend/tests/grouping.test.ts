import { expect, it } from 'vitest';
import type { Advice, Step } from '../src/api/types.ts';
import { groupSteps, nextUp } from '../src/logic/grouping.ts';
import { mendAt, recipients } from '../src/logic/steps.ts';
import { step } from './steps.ts';

const TODAY = '2026-03-12';
const dana = { id: 'dana', name: 'Dana Whitcombe', email: 'dana@acme.example' };
const priya = { id: 'priya', name: 'Priya Nair', email: 'priya@acme.example' };

it('groups open steps by urgency and leaves closed ones out', () => {
  const steps = [
    step({ key: 'a', state: 'overdue', due_on: '2026-03-11' }), step({ key: 'b', state: 'due', due_on: TODAY }),
    step({ key: 'c', due_on: '2026-03-19' }), step({ key: 'd', due_on: '2026-03-20' }), step({ key: 'e', state: 'ready', due_on: '2026-03-10' }),
    step({ key: 'f', state: 'blocked', due_on: '2026-03-11' }), step({ key: 'g', state: 'paused', due_on: null }),
    step({ key: 'h', state: 'done' }), step({ key: 'i', state: 'skipped' }), step({ key: 'j', state: 'withdrawn' }), step({ key: 'k', state: 'cancelled' }),
  ];
  const found = groupSteps(steps, TODAY).map((g) => [g.name, g.steps.map((s) => s.key).join('')]);
  expect(found).toEqual([['overdue', 'ae'], ['today', 'b'], ['week', 'c'], ['later', 'd'], ['waiting', 'fg']]);
});

it('of what is late, mails come first and invitations last', () => {
  const late = (key: string, kind: Step['kind']) => step({ key, kind, state: 'overdue', due_on: '2026-03-11' });
  const steps = [late('invite', 'invitation'), late('task', 'task'), late('mail', 'mail'), late('call', 'call'), late('second', 'mail')];
  expect(groupSteps(steps, TODAY)[0]?.steps.map((s) => s.key)).toEqual(['mail', 'second', 'call', 'task', 'invite']);
  expect(nextUp(steps, TODAY)?.key).toBe('mail');
});

it.each([TODAY, '2026-03-16', '2026-04-20', null])('of one day (%s), mails and calls stand above tasks; an earlier day stands above a later one', (day) => {
  const on = (key: string, kind: Step['kind'], due_on: string | null) => step({ key, kind, due_on });
  const steps = [on('task', 'task', day), on('invite', 'invitation', day), on('call', 'call', day), on('mail', 'mail', day)];
  expect(groupSteps(steps, TODAY)[0]?.steps.map((s) => s.key)).toEqual(['mail', 'call', 'task', 'invite']);
  const two = [on('mail', 'mail', '2026-03-17'), on('task', 'task', '2026-03-16')];
  expect(groupSteps(two, TODAY)[0]?.steps.map((s) => s.key)).toEqual(['task', 'mail']);
});

it("believes the server's day rather than its own", () => {
  expect(groupSteps([step({ state: 'due', due_on: '2026-03-13' })], TODAY)[0]?.name).toBe('today');
});

it('the next step waits for nothing and is no preview', () => {
  const steps = [step({ key: 'a', state: 'done' }), step({ key: 'b', state: 'blocked' }), step({ key: 'c', preview: true }), step({ key: 'd' })];
  expect(nextUp(steps, TODAY)?.key).toBe('d');
  expect(nextUp([], TODAY)).toBeUndefined();
});

it('says who gets it', () => {
  expect(recipients({ kind: 'mail', to: [dana], cc: [priya] })).toBe('To Dana Whitcombe, copy to Priya Nair');
  expect(recipients({ kind: 'invitation', to: [dana], cc: [] })).toBe('Invite Dana Whitcombe');
  expect(recipients({ kind: 'mail', to: Array.from('abcdef', (name) => ({ ...dana, name })), cc: [] })).toBe('To a, b, c, d and 2 more');
  expect(recipients({ kind: 'task', to: [], cc: [] })).toBe('');
});

it.each([
  [{ participant: 'lee', pointer: '/participants/3/email' }, '/interviews/x/people#person-lee'],
  [{ pointer: '/participants' }, '/interviews/x/people'],
  [{ round: 'onsite', pointer: '' }, '/interviews/x/rounds'],
  [{ pointer: '/company/country' }, '/interviews/x/rounds#details'],
  [{ pointer: '/events' }, '/interviews/x/events'],
  [{ pointer: '/profile/name' }, '/settings'],
  [{ code: 'soft-stop' }, '/interviews/x/events'],
  [{ code: 'no-name' }, '/settings'],
  [{ code: 'no-pitch' }, '/settings'],
  [{ code: 'in-no-round', participant: 'lee', pointer: '/rounds' }, '/interviews/x/rounds'],
  [{ pointer: '/bookmarks' }, '/interviews/x/rounds#bookmarks'],
])('%j is mended at %s', (some: Partial<Advice>, address) => {
  expect(mendAt('x', { code: 'c', message: 'm', participant: null, round: null, pointer: '', ...some })).toBe(address);
});
