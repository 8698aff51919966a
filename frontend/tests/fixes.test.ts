import { expect, it } from 'vitest';
import type { Finding } from '../src/api/types.ts';
import { fixOf } from '../src/logic/fixes.ts';
import { placed } from '../src/logic/spans.ts';

const mended = (before: string, word: string, after: string, fix: string | null) => {
  const start = [...before].length;
  const text = { subject: '', body: before + word + after };
  const finding: Finding = { check: 'C42', severity: 'warn', message: '', code: 'typing', field: 'body', span: [start, start + [...word].length], fix };
  const [one] = placed([finding], text);
  const found = one && fixOf(one, text);
  return found ? [found.label, before + found.text + after] : null;
};

it.each([
  ['a word that stands twice', '🙂 I saw ', 'the the', ' boat.', 'the', 'Take one out', '🙂 I saw the boat.'],
  ['a name with a letter more', 'Dear ', 'Samm', ',', 'Sam', 'Write “Sam”', 'Dear Sam,'],
  ['a word that stands twice, once with a capital', '', 'The the', ' boat.', 'The', 'Take one out', 'The boat.'],
  ['two spaces', 'I saw', '  ', 'it.', ' ', 'Take one out', 'I saw it.'],
  ['a space before a mark', 'I saw it', ' ,', ' too.', ',', 'Write “,”', 'I saw it, too.'],
  ['a missing space', 'Yes', ',', 'I do', ', ', 'Add a space', 'Yes, I do'],
  ['a misspelt word', 'The ', 'Monolth', ' stays', 'Monolith', 'Write “Monolith”', 'The Monolith stays'],
  ['a tag', 'so ', '<br>', 'yes', '', 'Take it out', 'so yes'],
  ['a row of marks', 'Thanks', '!!!', '', '!', 'Take one out', 'Thanks!'],
  ['quotes of two kinds', "It's ", '“fine”', '.', '"fine"', 'Write “"fine"”', "It's \"fine\"."],
  ['many of them', 'It’s ', '"fine" and it isn\'t said by "anybody" here', '.', '“fine” and it isn’t said by “anybody” here', 'Make them alike', 'It’s “fine” and it isn’t said by “anybody” here.'],
])('%s has one right way', (_, before, word, after, fix, label, right) => { expect(mended(before, word, after, fix)).toEqual([label, right]); });

it('what has no fix, no place, or is right already is for the writer to mend', () => {
  expect(mended('It is ', 'a great company', '.', null)).toBeNull();
  expect(mended('It is ', '', '.', 'this')).toBeNull();
  expect(mended('It is ', 'right', '.', 'right')).toBeNull();
});
