import { describe, expect, it } from 'vitest';
import { differences } from '../src/logic/difference.ts';
import { conflictsOf, merge, mergedText, type Choice } from '../src/logic/merge.ts';

const text = (body: string, subject = 'Thank you') => ({ subject, body });
const base = 'Dear Dana,\n\nThank you for the talk.\n\nI build billing.\n\nAlex\n+1 555 0100';
const merged = (mine: string, theirs: string, ...choices: Choice[]) => {
  const one = merge(text(mine), text(base), text(theirs));
  const keys = conflictsOf(one).map(({ key }) => key);
  return { conflicts: keys.length, body: mergedText(one, Object.fromEntries(keys.map((key, i) => [key, choices[i] ?? 'both']))).body };
};

describe('two texts that began as one', () => {
  it('what only one of them changed is taken from it', () => {
    const mine = base.replace('the talk', 'the sailing talk');
    const theirs = base.replace('I build billing.', 'I build ledgers.');
    expect(merged(mine, theirs)).toEqual({ conflicts: 0, body: theirs.replace('the talk', 'the sailing talk') });
  });
  it('what both changed alike is no conflict', () => {
    const both = base.replace('billing', 'ledgers');
    expect(merged(both, both)).toEqual({ conflicts: 0, body: both });
  });
  it.each([['mine', 'our talk'], ['theirs', 'your time'], ['both', 'our talk.\n\nThank you for your time']] as const)('a conflict is settled by %s', (choice, words) => {
    const one = merged(base.replace('the talk', 'our talk'), base.replace('the talk', 'your time'), choice);
    expect(one).toEqual({ conflicts: 1, body: base.replace('the talk', words) });
  });
  it('within a paragraph lines are looked at one by one', () => {
    const one = merged(base.replace('Alex', 'Alex R.'), base.replace('0100', '0199'));
    expect(one.conflicts).toBe(1); // neighbours: a person should look
    const far = 'a\nb\nc\nd\ne';
    const apart = merge(text(far.replace('a', 'A')), text(far), text(far.replace('e', 'E')));
    expect(mergedText(apart, {}).body).toBe('A\nb\nc\nd\nE');
  });
  it('a paragraph that one of them took out and the other changed is a conflict', () => {
    const gone = base.replace('\n\nI build billing.', ''), changed = base.replace('billing', 'ledgers');
    expect(merged(gone, changed, 'mine')).toEqual({ conflicts: 1, body: gone });
    expect(merged(gone, changed, 'theirs')).toEqual({ conflicts: 1, body: changed });
  });
  it('the subject is a matter of its own', () => {
    const one = merge(text('x', 'Mine'), text('x', 'Base'), text('x', 'New'));
    expect(conflictsOf(one)).toHaveLength(1);
    expect(mergedText(one, { [conflictsOf(one)[0]?.key ?? '']: 'theirs' }).subject).toBe('New');
    expect(mergedText(merge(text('x', 'Mine'), text('x', 'Base'), text('x', 'Base')), {}).subject).toBe('Mine');
  });
  it.each([['', '', ''], ['a', '', ''], ['', 'a', ''], ['', '', 'a'], ['\n\n\n', 'a\n\n', '  \n']])('nothing at all is no trouble: %j %j %j', (mine, began, theirs) => {
    const one = merge(text(mine), text(began), text(theirs));
    expect(mergedText(one, {}).body).toBe([mine, theirs].map((body) => body.trim()).find((body) => body !== began.trim()) ?? began.trim());
  });
});

describe('what differs', () => {
  const told = (one: string, other: string) => differences(one, other).map(({ text: words, of }) => (of === 'both' ? words : `${of === 'one' ? '+' : '-'}${words}`));
  it('is marked by word', () => {
    expect(told('I build ledgers at night.\nAlex', 'I build billing at night.\nAlex')).toEqual(['I build ', '+ledgers', '-billing', ' at night.\n', 'Alex']);
  });
  it('words that changed one after the other are one change', () => {
    expect(told('I like old boats a lot', 'I like new cars a lot')).toEqual(['I like ', '+old boats', '-new cars', ' a lot']);
    expect(told('Dear Sam, here', 'Dear Sam,')).toEqual(['Dear Sam,', '+ here']);
  });
  it('both texts can be read from it', () => {
    const [one, other] = ['a b\n\nc 🙂 d\ne', 'b\nc d\n\n\ne f'];
    const all = differences(one, other);
    expect(all.filter(({ of }) => of !== 'other').map(({ text: words }) => words).join('')).toBe(one);
    expect(all.filter(({ of }) => of !== 'one').map(({ text: words }) => words).join('')).toBe(other);
  });
  it('texts of twenty thousand words that share nothing are quick', () => {
    const start = performance.now();
    differences('a '.repeat(10_000), 'b a '.repeat(5_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
