import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/api/types.ts';
import { findingAt, marksOf, nextFrom } from '../src/logic/marks.ts';
import { byWeight, follow, placed } from '../src/logic/spans.ts';

const finding = (some: Partial<Finding>): Finding => ({ code: 'typing', check: 'C42', severity: 'warn', message: 'Look.', field: 'body', span: null, fix: null, ...some });
const shown = (text: string, findings: Finding[]) => marksOf(text, placed(findings, { subject: '', body: text }), 'body', null).map(({ text: cut, severity }) => [cut, severity]);

describe('a span counts code points and the page counts units', () => {
  it('behind an emoji it still marks its words', () => {
    expect(shown('⛵🇺🇸 👩‍🚀 the the', [finding({ span: [8, 15] })])).toEqual([['⛵🇺🇸 👩‍🚀 ', null], ['the the', 'warn']]);
  });
  it('what lies outside the text, or is empty, is about the whole', () => {
    expect(placed([finding({ span: [3, 9] }), finding({ span: [1, 1] }), finding({ span: null })], { subject: '', body: 'abc' }).map(({ at }) => at)).toEqual([null, null, null]);
  });
  it('of findings that overlap the gravest shows, and no letter is lost', () => {
    const cuts = shown('one two three', [finding({ span: [0, 13], severity: 'hint' }), finding({ span: [4, 7], severity: 'block' })]);
    expect(cuts).toEqual([['one ', 'hint'], ['two', 'block'], [' three', 'hint']]);
  });
});

describe('while somebody types', () => {
  const two = placed([finding({ span: [0, 3] }), finding({ span: [8, 11] })], { subject: '', body: 'one two ten' });
  it('findings behind the caret move along, those before it stay', () => {
    expect(follow(two, 'body', 'one two ten', 'one 🙂two ten').map(({ at }) => at)).toEqual([[0, 3], [10, 13]]);
  });
  it('a finding that is typed into waits for the next answer', () => {
    expect(follow(two, 'body', 'one two ten', 'onne two ten').map(({ at }) => at)).toEqual([[9, 12]]);
  });
  it('the other field is left alone', () => {
    expect(follow(two, 'subject', 'a', 'b')).toEqual(two);
  });
});

describe('from one finding to the next', () => {
  const all = placed(
    [finding({ span: [8, 11], severity: 'block' }), finding({ span: [0, 3] }), finding({ field: 'subject', span: [0, 2] }), finding({ span: [0, 11], severity: 'hint' })],
    { subject: 'Re', body: 'one two ten' },
  );
  it('goes through the subject and the text, and round', () => {
    expect(nextFrom(all, 'subject', -1, 1)?.field).toBe('subject');
    expect(nextFrom(all, 'subject', 1, 1)?.at?.[0]).toBe(0);
    expect(nextFrom(all, 'body', 1.5, 1)?.at).toEqual([8, 11]);
    expect(nextFrom(all, 'body', 9.5, 1)?.field).toBe('subject');
    expect(nextFrom(all, 'subject', 1, -1)?.at).toEqual([8, 11]);
    expect(nextFrom(all, 'body', 9.5, -1)?.at).toEqual([0, 3]);
  });
  it('at the caret the one that says it most closely counts', () => {
    expect(findingAt(all, 'body', 9)?.severity).toBe('block');
    expect(findingAt(all, 'body', 5)?.severity).toBe('hint');
    expect(findingAt([], 'body', 5)).toBeNull();
  });
  it('the list begins with what blocks', () => {
    expect(byWeight(all).map(({ severity, field }) => `${severity} ${field}`)).toEqual(['block body', 'warn subject', 'warn body', 'hint body']);
  });
});
