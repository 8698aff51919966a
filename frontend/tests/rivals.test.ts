import { expect, it } from 'vitest';
import { rivalOf, unlike } from '../src/logic/rivals.ts';
import type { Text } from '../src/api/types.ts';

const text = (body: string): Text => ({ subject: 'Thank you', body });
const draft = (some: object = {}) => ({ generated: text('Dear Dana,\r\nthanks.'), base: text('Hello'), outdated: false, ...some });

it('without a change of the facts or of somebody else there is nothing to decide', () => {
  expect(rivalOf(null, null, null)).toBeNull();
  expect(rivalOf(draft(), null, null)).toBeNull();
  expect(rivalOf(draft({ outdated: true, generated: null }), null, null)).toBeNull();
});

it('changed facts bring the new generated text, which began where mine began', () => {
  expect(rivalOf(draft({ outdated: true }), null, null)).toEqual({ why: 'facts', text: text('Dear Dana,\nthanks.'), base: text('Hello') });
  expect(rivalOf(draft({ outdated: true, base: null }), null, null)?.base).toEqual(text('Dear Dana,\nthanks.'));
});

it('what somebody else saved comes first, and began with what both last knew', () => {
  expect(rivalOf(draft({ outdated: true }), text('Theirs'), text('Both'))).toEqual({ why: 'elsewhere', text: text('Theirs'), base: text('Both') });
  expect(rivalOf(null, text('Theirs'), null)?.base).toEqual(text('Theirs'));
});

it('the generated text can be seen where mine is another one, whatever ends its lines', () => {
  expect(unlike(draft(), text('Mine'))).toEqual(text('Dear Dana,\nthanks.'));
  expect(unlike(draft(), text('Dear Dana,\nthanks.'))).toBeNull();
  expect(unlike(draft({ generated: null }), text('Mine'))).toBeNull();
  expect(unlike(null, text('Mine'))).toBeNull();
});
