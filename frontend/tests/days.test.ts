import { describe, expect, it } from 'vitest';
import { addDays, dayLabel, daysBetween, distance, longDay, timeIn } from '../src/logic/days.ts';

describe('days are texts and no zone touches them', () => {
  it('counts over the change to summer time and over years', () => {
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2026-03-09', '2026-03-07')).toBe(-2);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });
  it('names a day, with the year only when it is another one', () => {
    expect(dayLabel('2026-03-18', '2026-03-12')).toBe('Wed 18 Mar');
    expect(dayLabel('2027-01-04', '2026-12-30')).toBe('Mon 4 Jan 2027');
    expect(longDay('2026-11-23')).toBe('Monday 23 November');
  });
  it('says how far away it is', () => {
    expect(['2026-03-12', '2026-03-13', '2026-03-11', '2026-03-18'].map((d) => distance(d, '2026-03-12'))).toEqual(['today', 'tomorrow', 'yesterday', 'in 6 days']);
  });
  it('shows an instant on the clock of its zone', () => {
    expect(timeIn('2026-03-18T13:30:00Z', 'America/New_York')).toBe('09:30');
    expect(timeIn('2026-03-18T00:05:00Z', 'UTC')).toBe('00:05');
  });
});
