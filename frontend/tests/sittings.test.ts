import { expect, it } from 'vitest';
import type { Interview, Round } from '../src/api/types.ts';
import { latestHeld, sittingsWith } from '../src/logic/sittings.ts';

const round = (id: string, day: string, participants: string[] | null = null) =>
  ({ id, title: id, starts_at: `2026-03-${day}T14:00:00Z`, ends_at: null, timezone: 'UTC', location: '', participants }) as Round;
const interview = (rounds: Round[], events: object[] = []) => ({
  rounds, events, participants: [{ id: 'sam', part: 'interviewer' }, { id: 'priya', part: 'hr' }, { id: 'kim', part: 'other' }],
}) as unknown as Interview;
const ids = (rounds: Round[]) => rounds.map(({ id }) => id);

it('a note belongs to a round in which somebody was met, in the order of the days', () => {
  const one = interview([round('onsite', '11', ['sam']), round('screen', '03', ['priya']), round('talk', '09')]);
  expect(ids(sittingsWith(one, 'sam'))).toEqual(['talk', 'onsite']);
  expect(ids(sittingsWith(one, 'priya'))).toEqual(['screen', 'talk']);
});

it('who was in none may have said it in any; nobody said anything in a cancelled one', () => {
  const one = interview([round('screen', '03'), round('onsite', '11')], [{ kind: 'round_cancelled', round: 'onsite' }]);
  expect(ids(sittingsWith(one, 'kim'))).toEqual(['screen']);
  expect(ids(sittingsWith(one, 'sam'))).toEqual(['screen']);
});

it('the latest that has begun is meant unless another is chosen, before that the first', () => {
  const rounds = [round('screen', '03'), round('onsite', '11'), round('final', '20')];
  expect(latestHeld(rounds, Date.parse('2026-03-12T00:00:00Z'))?.id).toBe('onsite');
  expect(latestHeld(rounds, Date.parse('2026-03-11T14:00:00Z'))?.id).toBe('onsite');
  expect(latestHeld(rounds, Date.parse('2026-03-01T00:00:00Z'))?.id).toBe('screen');
  expect(latestHeld([], 0)).toBeUndefined();
});
