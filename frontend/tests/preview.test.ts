import { expect, it } from 'vitest';
import { changeRows, zoneOf } from '../src/logic/changes.ts';
import { HAPPENINGS, answered } from '../src/logic/happenings.ts';
import { deed, linesOf } from '../src/logic/preview.ts';
import { asSentence } from '../src/logic/rules.ts';
import { step } from './steps.ts';

const dana = { id: 'dana', name: 'Dana Whitcombe', email: 'dana@acme.example' };
const preview = { today: '2026-03-12', status: 'waiting' as const, message: 'This would …', added: [], moved: [], removed: [] };

it('says what comes, what changes and what goes; what is only a preview stays unsaid', () => {
  const moved = { before: step({ key: 'm' }), after: step({ key: 'm', due_on: '2026-03-23' }) };
  const far = step({ key: 'far', preview: true });
  const lines = linesOf({ ...preview, added: [step({ key: 'a' }), far], moved: [moved, { before: far, after: far }], removed: [step({ key: 'r', due_on: null }), far] });
  expect(lines.map(({ effect, key, before, after }) => [effect, key, before, after])).toEqual([
    ['added', 'a', '', 'Wed 18 Mar'], ['moved', 'm', 'Wed 18 Mar', 'Mon 23 Mar'], ['removed', 'r', 'no day yet', '']]);
});
it.each([
  [{ state: 'upcoming' as const }, { state: 'skipped' as const, due_on: '2026-03-19' }, ['Upcoming', 'Skipped']],
  [{ to: [dana] }, { to: [] }, ['Dana Whitcombe', 'nobody']],
])('a change is told by what differs: %j to %j', (before, after, told) => {
  const [line] = linesOf({ ...preview, moved: [{ before: step(before), after: step(after) }] });
  expect([line?.before, line?.after]).toEqual(told);
});
it('what was done is the event that it will be', () => {
  expect(deed(step({ key: 'k' }), '2026-03-12')).toEqual({ kind: 'mail_sent', step: 'k', at: '2026-03-12' });
  expect(deed(step({ kind: 'invitation', to: [dana] }), '2026-03-12')).toMatchObject({ kind: 'invitation_sent', participant: 'dana' });
  expect(deed(step({ kind: 'task' }), '2026-03-12')).toBeNull();
});
it('nothing is asked of the server until all that is needed is said', () => {
  const absence = HAPPENINGS.find((h) => h.kind === 'absence') ?? expect.fail('absence is missing');
  expect([{}, { participant: 'dana' }, { participant: 'dana', until: '2026-03-20' }].map((said) => answered(absence, said))).toEqual([false, false, true]);
});
it('a change of a known interview stands on the clock of the file', () => {
  const known = { interview_id: 'x', round: 'onsite', message: '', event: null };
  const zone = zoneOf({ known, interview: { company: { name: 'Acme' }, rounds: [{ id: 'other', timezone: 'UTC' }, { id: 'onsite', timezone: 'America/New_York' }] } }, 'Asia/Tokyo');
  expect(zone).toBe('America/New_York');
  expect(zoneOf({ known, interview: null }, 'Asia/Tokyo')).toBe('Asia/Tokyo');
  const changes = [{ pointer: '/rounds/0/starts_at', from: '2026-03-11T14:00:00Z', to: '2026-03-12T18:00:00Z', message: '' }, { pointer: '/participants/4', from: null, to: 'Robin Hale', message: '' }];
  expect(changeRows(changes, zone)).toEqual([
    { what: 'Begins', before: 'Wednesday 11 March 2026, 10:00', after: 'Thursday 12 March 2026, 14:00' }, { what: 'New person', before: '', after: 'Robin Hale' }]);
});
it('a reason is a sentence', () => expect(asSentence('no offer is open')).toBe('No offer is open.'));
