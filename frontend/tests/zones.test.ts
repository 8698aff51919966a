import { expect, it } from 'vitest';
import { instantOf, wallClock } from '../src/logic/zones.ts';

it.each([
  ['2026-03-11T10:00', 'America/New_York', '2026-03-11T14:00:00Z'],
  ['2026-01-11T10:00', 'America/New_York', '2026-01-11T15:00:00Z'],
  ['2026-07-01T23:30', 'Asia/Kolkata', '2026-07-01T18:00:00Z'],
  ['2026-10-25T03:30', 'Europe/Berlin', '2026-10-25T02:30:00Z'],
])('%s in %s is %s, and back', (wall, zone, instant) => {
  expect(instantOf(wall, zone)).toBe(instant);
  expect(wallClock(instant, zone)).toBe(wall);
});

it('an hour that spring skips is read one hour later', () => {
  expect(wallClock(instantOf('2026-03-08T02:30', 'America/New_York'), 'America/New_York')).toBe('2026-03-08T03:30');
});

it('seconds and milliseconds of an instant do not move the wall clock', () => {
  expect(wallClock('2026-03-11T14:00:59.999Z', 'America/New_York')).toBe('2026-03-11T10:00');
});
