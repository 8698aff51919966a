import { expect, it } from 'vitest';
import { countOf, fits, mailto } from '../src/logic/mailto.ts';

it('writes an address that every mail program reads alike', () => {
  const url = mailto({ to: ['dana@acme.example'], cc: ['priya@acme.example'], subject: 'Q&A: 50% done? a+b #1', body: 'Dear Dana,\nthank you' });
  expect(url).toBe('mailto:dana@acme.example?cc=priya@acme.example&subject=Q%26A%3A%2050%25%20done%3F%20a%2Bb%20%231&body=Dear%20Dana%2C%0D%0Athank%20you');
});
it('an address cannot smuggle in a field', () => {
  expect(mailto({ to: ['a?bcc=x@y.example'], cc: [], subject: '', body: '' })).toBe('mailto:a%3Fbcc%3Dx@y.example');
});
it('says when it is too long', () => {
  const long = mailto({ to: [], cc: [], subject: '', body: 'ü'.repeat(400) });
  expect([fits('mailto:'), fits(long)]).toEqual([true, false]);
});
it('counts characters as a person does', () => expect(countOf('👩 ü')).toBe(3));
