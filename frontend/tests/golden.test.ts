/** What the API's own tests wrote down is what these pages can show. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cleanup, render } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { Plan, Proposal } from '../src/api/types.ts';
import { groupSteps, isOpen } from '../src/logic/grouping.ts';
import { formOf, kept } from '../src/logic/proposal.ts';
import StepRow from '../src/parts/StepRow.svelte';

const folder = resolve('../tests/api/golden');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const golden = files.map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown] as const);
const has = <T extends object>(key: string) => (entry: readonly [string, unknown]): entry is readonly [string, T] =>
  typeof entry[1] === 'object' && entry[1] !== null && key in entry[1];
afterEach(cleanup);

const plans = golden.filter(has<Plan>('steps'));
it.skipIf(!plans.length).each(plans)('every step of %s can be shown, and each open one has its group', (_, plan) => {
  const grouped = groupSteps(plan.steps, plan.today).flatMap((group) => group.steps);
  expect(grouped.length).toBe(plan.steps.filter(isOpen).length);
  for (const step of plan.steps) {
    const { getByRole } = render(StepRow, { step, id: 'acme', today: plan.today, after: () => Promise.resolve() });
    expect(getByRole('link', { name: step.title })).toBeVisible();
    cleanup();
  }
});

const proposals = golden.filter(has<Proposal>('left_out'));
it.skipIf(!proposals.length).each(proposals)('%s becomes a form', (_, proposal) => {
  const form = formOf(proposal, 'UTC');
  expect(kept(form).length).toBe(proposal.people.filter((p) => p.keep).length);
});
