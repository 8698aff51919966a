/** A step for tests: what is not said is unimportant. */
import type { Step } from '../src/api/types.ts';

export const step = (some: Partial<Step>): Step => ({
  key: 'follow-up.1', rule: 'R9', kind: 'mail', title: 'Follow up with Dana', state: 'upcoming', due_on: '2026-03-18', due_at: null, timezone: 'UTC',
  earliest_on: null, done_at: null, why: 'Because.', blocked_by: [], to: [], cc: [], reason: null, pitch: null, preview: false, skipped: null,
  moved_to: null, round: null, participant: null, event: null, overrides: [], draft: null, findings: [], ...some,
});
