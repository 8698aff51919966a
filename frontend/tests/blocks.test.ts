import { expect, it } from 'vitest';
import type { Finding } from '../src/api/types.ts';
import { blocksOf, byCode, letting } from '../src/logic/blocks.ts';
import { Problem } from '../src/logic/problems.ts';

const finding = (code: string, message: string): Finding => ({ code, check: 'C01', severity: 'block', message, field: 'body', span: null, fix: null });

it('a refusal names what blocks; any other refusal names nothing', () => {
  const findings = [finding('placeholder', 'Fill it.')];
  expect(blocksOf(new Problem(409, { type: '/problems/blocked-by-findings', findings }))).toEqual(findings);
  for (const other of [new Problem(409, { detail: 'Already sent.' }), new Problem(412, { findings }), new Error('away'), null]) expect(blocksOf(other)).toEqual([]);
});
it('one reason is asked for a code, however often it is found', () => {
  expect(byCode([finding('placeholder', 'One.'), finding('wrong-greeting', 'Two.'), finding('placeholder', 'Three.')]))
    .toEqual([{ code: 'placeholder', messages: ['One.', 'Three.'] }, { code: 'wrong-greeting', messages: ['Two.'] }]);
});
it('what was let pass before goes with what comes now; an empty reason is none', () => {
  const before = [{ check: 'placeholder', reason: 'old' }, { check: 'C10', reason: 'She asked for it' }];
  expect(letting(before, { placeholder: ' They like it ', gossip: '  ' })).toEqual([before[1], { check: 'placeholder', reason: 'They like it' }]);
});
