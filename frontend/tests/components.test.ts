import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Round } from '../src/api/types.ts';
import DropZone from '../src/parts/DropZone.svelte';
import NoteBox from '../src/parts/NoteBox.svelte';
import StepRow from '../src/parts/StepRow.svelte';
import { step } from './steps.ts';

const rest = { id: 'acme', today: '2026-03-12', after: () => Promise.resolve() };

describe('a step in a list', () => {
  it('says its day, how far that is, who gets it and why', () => {
    const dana = { id: 'dana', name: 'Dana Whitcombe', email: 'dana@acme.example' };
    render(StepRow, { ...rest, step: step({ to: [dana], why: 'Five business days after your mail.' }) });
    for (const text of ['Wed 18 Mar', 'in 6 days', 'To Dana Whitcombe', 'Five business days after your mail.']) expect(screen.getByText(text)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Follow up with Dana' })).toHaveAttribute('href', '/interviews/acme/steps/follow-up.1');
  });
  it('what it lacks comes with the place that mends it', () => {
    const lack = { code: 'no-address', message: 'Sam has no address.', participant: 'sam', round: null, pointer: '/participants/2/email' };
    render(StepRow, { ...rest, step: step({ state: 'blocked', blocked_by: [lack] }) });
    expect(screen.getByRole('link', { name: /Mend it/ })).toHaveAttribute('href', '/interviews/acme/people#person-sam');
    expect(screen.queryByRole('button')).toBeNull();
  });
  it('offers to do something only when there is something to do', () => {
    const { unmount } = render(StepRow, { ...rest, step: step({ preview: true }) });
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
    render(StepRow, { ...rest, step: step({ state: 'due', due_on: '2026-03-12' }) });
    expect(screen.getByRole('button', { name: /Mark as sent/ })).toBeVisible();
  });
});

it('a note is one line and Enter; only what is personal is followed up; of several rounds the latest held is meant', async () => {
  const add = vi.fn().mockResolvedValue(true);
  const { rerender } = render(NoteBox, { who: 'Sam', rounds: [], add });
  const person = userEvent.setup();
  await person.type(screen.getByLabelText('Note on Sam'), 'restores old sailing boats{Enter}');
  expect(add).toHaveBeenLastCalledWith({ channel: 'person', text: 'restores old sailing boats', follow_up: true, round: null });
  expect(screen.getByLabelText('Note on Sam')).toHaveValue('');
  await person.click(screen.getByLabelText('Concept'));
  await person.type(screen.getByLabelText('Note on Sam'), 'error budgets{Enter}');
  expect(add).toHaveBeenLastCalledWith({ channel: 'concept', text: 'error budgets', follow_up: false, round: null });

  const rounds = ['screen', 'onsite', 'final'].map((id, i) => ({ id, title: id, starts_at: `20${String(i === 2 ? 99 : 20)}-03-1${String(i)}T10:00:00Z` }) as Round);
  await rerender({ rounds: rounds.slice(0, 1) });
  expect(screen.queryByRole('combobox')).toBeNull();
  await rerender({ rounds });
  await person.type(screen.getByLabelText('Note on Sam'), 'the latest held{Enter}');
  expect(add).toHaveBeenLastCalledWith(expect.objectContaining({ round: 'onsite' }));
  await person.selectOptions(screen.getByLabelText('Round in which Sam said it'), 'screen');
  await person.type(screen.getByLabelText('Note on Sam'), 'on the phone{Enter}');
  expect(add).toHaveBeenLastCalledWith(expect.objectContaining({ round: 'screen' }));
});

describe('a file', () => {
  const file = new File(['x'], 'invitation.ics', { type: 'text/calendar' });
  const answer = (status: number, body: object) =>
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })));
  const give = () => userEvent.setup().upload(screen.getByLabelText('Choose a file'), file);
  const onread = vi.fn();
  beforeEach(() => { onread.mockReset(); render(DropZone, { onread }); });
  afterEach(() => { vi.unstubAllGlobals(); });

  it('that is an invitation becomes a proposal', async () => {
    answer(200, { kind: 'invitation', message: 'An invitation.' });
    await give();
    await vi.waitFor(() => { expect(onread).toHaveBeenCalledWith({ kind: 'invitation', message: 'An invitation.' }, 'invitation.ics'); });
  });
  it('that cannot be read is refused in a sentence', async () => {
    answer(422, { title: 'Unreadable', detail: 'Line 3 has no colon.' });
    await give();
    expect(await screen.findByRole('alert')).toHaveTextContent('invitation.ics: Line 3 has no colon.');
    expect(onread).not.toHaveBeenCalled();
  });
  it('from which nothing can be planned says what it is', async () => {
    answer(200, { kind: 'reply', message: 'An answer to the invitation. There is nothing to import.' });
    await give();
    expect(await screen.findByRole('alert')).toHaveTextContent('There is nothing to import.');
  });
});
