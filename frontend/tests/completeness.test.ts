import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { Interview, Plan } from '../src/api/types.ts';
import { gaps, nameOf } from '../src/logic/completeness.ts';

const golden = (name: string): unknown => JSON.parse(readFileSync(resolve(`../tests/api/golden/${name}.json`), 'utf8'));
const interview = golden('interview') as Interview;

it("what the page counts as missing is what the server's figure leaves out", () => {
  const { all, missing } = gaps(interview, true);
  expect(Math.round((1 - missing / all) * 100) / 100).toBe((golden('plan') as Plan).completeness);
});
it('names what is missing, and of whom', () => {
  const [dana, ...others] = interview.participants.map((p) => ({ ...p, title: '', notes: [] }));
  if (!dana) expect.fail('nobody there');
  const bare = { ...interview, participants: [dana], company: { ...interview.company, country: '' }, bookmarks: [] };
  const found = gaps(bare, false).gaps;
  expect(found.map(nameOf)).toEqual(['Who your contact in HR is', 'The company’s country', 'A page with news of the company', 'What speaks for you', `Title of ${dana.name}`, `A note on ${dana.name}`]);
  expect(found.at(-1)?.at).toBe(`/interviews/${interview.id}/people#person-${dana.id}`);
  expect(others.length).toBeGreaterThan(0);
});
it('no note is asked about HR', () => {
  const all = interview.participants.map((p) => ({ ...p, part: 'hr' as const, notes: [] }));
  expect(gaps({ ...interview, participants: all }, true).gaps.map((g) => g.what)).not.toContain('A note');
});
