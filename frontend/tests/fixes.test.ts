import { expect, it } from 'vitest';
import type { Finding } from '../src/api/types.ts';
import { fixOf } from '../src/logic/fixes.ts';
import { placed } from '../src/logic/spans.ts';

const mended = (before: string, word: string, after: string, some: Partial<Finding>) => {
  const start = [...before].length;
  const text = { subject: '', body: before + word + after };
  const [one] = placed([{ check: 'C42', severity: 'warn', message: '', code: 'typing', field: 'body', span: [start, start + [...word].length], ...some }], text);
  const fix = one && fixOf(one, text);
  return fix ? before.slice(0, fix.at?.[0]) + fix.text + (fix.at ? text.body.slice(fix.at[1]) : after) : null;
};

it.each([
  ['a word that stands twice', '🙂 I saw ', 'the the', ' boat.', {}, '🙂 I saw the boat.'],
  ['two spaces', 'I saw', '  ', 'it.', {}, 'I saw it.'],
  ['a space before a mark', 'I saw it', ' ,', ' too.', {}, 'I saw it, too.'],
  ['a missing space', 'Yes', ',', 'I do', {}, 'Yes, I do'],
  ['a misspelt word', 'The ', 'Monolth', ' stays', { code: 'spelling', message: '“Monolth” is not in the dictionary: did you mean “monolith”?' }, 'The Monolith stays'],
  ['a misspelt name', 'with ', 'Okafer’s', ' team', { code: 'misspelt-name', message: '“Okafer’s” looks like Okafor misspelt: write it as in your records.' }, 'with Okafor’s team'],
  ['a wrong greeting', '', 'Dear Danna,', '\n', { code: 'wrong-greeting', message: 'The greeting says “Danna”: write “Dana”.' }, 'Dear Dana,\n'],
  ['an article', 'it is ', 'a', ' honour', { code: 'grammar', message: 'Write “an” here.' }, 'it is an honour'],
  ['a tag', 'so ', '<br>', 'yes', { code: 'remnants' }, 'so yes'],
  ['an invisible character', 'so', '\u200b', ' yes', { code: 'remnants' }, 'so yes'],
  ['a row of marks', 'Thanks', '!!!', '', { code: 'shouting' }, 'Thanks!'],
  ['a word that shouts', 'I ', 'REALLY', ' mean it.', { code: 'shouting', message: '“REALLY” shouts: write it in small letters.' }, 'I really mean it.'],
  ['a sentence that begins with shouting', 'Yes. ', 'REALLY', '.', { code: 'shouting', message: '“REALLY” shouts: write it in small letters.' }, 'Yes. Really.'],
  ['quotes of two kinds', "It's “fine” and ", '"good"', '.', { message: 'Straight and curly quotes are mixed: keep to one kind.' }, "It's \"fine\" and \"good\"."],
  ['quotes of two kinds, curly first', 'It’s “fine” and ', '"good"', ', isn\'t it.', { message: 'Straight and curly quotes are mixed: keep to one kind.' }, 'It’s “fine” and “good”, isn’t it.'],
  ['two times Re:', '', 'Re: RE: ', 'thanks', { code: 'subject' }, 'RE: thanks'],
])('%s has one right way', (_, before, word, after, some, right) => { expect(mended(before, word, after, some)).toBe(right); });

it.each([
  ['praise that fits any company', 'a great company', { code: 'generic-praise', message: 'Praise like this fits any company: name what you liked.' }],
  ['a word without a suggestion', 'zzyzx', { code: 'spelling', message: '“zzyzx” is not in the dictionary: is it spelt right?' }],
  ['a finding about the whole', '', { code: 'length', message: '300 words: keep it under 180.' }],
])('%s is for the writer to mend', (_, word, some) => { expect(mended('It is ', word, '.', some)).toBeNull(); });
