import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosave, Stale, type Saved, type Status } from '../src/logic/autosave.ts';
import type { Text } from '../src/api/types.ts';

const NAME = 'unsaved/acme/onsite.group';
const text = (body: string): Text => ({ subject: 'Thank you', body });

/** A server that answers when told to; a place that a test can look into. */
function scene() {
  const calls: { text: Text; etag: string; answer: (saved: Saved) => void; refuse: (error: Error) => void }[] = [];
  const told: [Status, string][] = [];
  const storage = new Map<string, string>();
  const place = { getItem: (k: string) => storage.get(k) ?? null, setItem: (k: string, v: string) => void storage.set(k, v), removeItem: (k: string) => void storage.delete(k) };
  const saver = new Autosave({
    name: NAME, etag: '"0"', base: () => text('generated'), place, delay: 600, retry: 5000,
    put: (t, etag) => new Promise((answer, refuse) => calls.push({ text: t, etag, answer, refuse })),
    changed: (status, why) => told.push([status, why]),
  });
  const last = () => calls.at(-1) ?? expect.fail('nothing was saved');
  const left = () => Autosave.left(place, NAME);
  const kept = () => { const one = left(); return one && { subject: one.subject, body: one.body }; };
  return { saver, calls, told, place, last, left, kept };
}
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

describe('a text is saved as it is typed', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('once the typing pauses, with the version it began from', async () => {
    const { saver, calls, last, told } = scene();
    saver.write(text('D')); await settle(500); saver.write(text('De')); await settle(599);
    expect(calls).toHaveLength(0);
    await settle(1);
    expect(last()).toMatchObject({ text: text('De'), etag: '"0"' });
    last().answer({ etag: '"1"' }); await settle();
    expect(told.map(([s]) => s)).toEqual(['waiting', 'waiting', 'saving', 'saved']);
  });

  it('stays in the browser until the server has acknowledged it', async () => {
    const { saver, last, kept } = scene();
    saver.write(text('Dear Dana'));
    expect(kept()).toEqual(text('Dear Dana'));
    await settle(600); expect(kept()).toEqual(text('Dear Dana'));
    last().answer({ etag: '"1"' }); await settle();
    expect(kept()).toBeNull();
  });

  it('what is typed during a save goes with the next one, on the new version', async () => {
    const { saver, calls, last, kept } = scene();
    saver.write(text('one')); await settle(600);
    saver.write(text('two'));
    calls[0]?.answer({ etag: '"1"' }); await settle();
    expect(kept()).toEqual(text('two'));
    await settle(600);
    expect(calls).toHaveLength(2);
    expect(last()).toMatchObject({ text: text('two'), etag: '"1"' });
    last().answer({ etag: '"2"' }); await settle();
    expect([saver.status, kept()]).toEqual(['saved', null]);
  });

  it('says why it failed, keeps the text and tries again', async () => {
    const { saver, calls, last, told, kept } = scene();
    saver.write(text('x')); await settle(600);
    last().refuse(new Error('Afterview does not answer.')); await settle();
    expect(told.at(-1)).toEqual(['failed', 'Afterview does not answer.']);
    expect(kept()).toEqual(text('x'));
    await settle(5000);
    expect(calls).toHaveLength(2);
    last().answer({ etag: '"1"' }); await settle();
    expect(saver.status).toBe('saved');
  });

  it('of two texts neither is lost, and nothing is saved until somebody chose', async () => {
    const { saver, calls, last, kept } = scene();
    saver.write(text('mine')); await settle(600);
    last().refuse(new Stale(text('theirs'), '"7"')); await settle();
    expect([saver.status, saver.theirs, kept()]).toEqual(['conflict', text('theirs'), text('mine')]);
    saver.write(text('mine, longer')); await settle(10_000);
    expect(calls).toHaveLength(1);
    const chosen = saver.settle(text('mine, longer')); await settle();
    expect(last()).toMatchObject({ text: text('mine, longer'), etag: '"7"' });
    last().answer({ etag: '"8"' }); await chosen;
    expect([saver.status, saver.theirs, kept()]).toEqual(['saved', null, null]);
  });

  it('what is kept remembers the version it began from, so that a reload meets the conflict again', async () => {
    const { saver, last, left } = scene();
    saver.write(text('mine')); await settle(600);
    last().refuse(new Stale(text('theirs'), '"7"')); await settle();
    saver.write(text('mine, longer'));
    expect(left()).toMatchObject({ body: 'mine, longer', etag: '"0"', base: text('generated') });
    const chosen = saver.settle(text('merged')); await settle();
    expect(left()).toMatchObject({ body: 'merged', etag: '"7"', common: text('theirs') });
    last().answer({ etag: '"8"' }); await chosen;
    expect(left()).toBeNull();
  });

  it('an earlier text of its own, saved before the answer was lost, is no conflict either', async () => {
    const { saver, calls, last } = scene();
    saver.write(text('mine')); await settle(600);
    last().refuse(new Error('away')); await settle();
    saver.write(text('mine, longer')); await settle(600);
    last().refuse(new Stale(text('mine'), '"1"')); await settle(1);
    expect(calls.at(-1)).toMatchObject({ text: text('mine, longer'), etag: '"1"' });
    last().answer({ etag: '"2"' }); await settle();
    expect(saver.status).toBe('saved');
  });

  it('nor is the first of many, when the server went with the answer to it and every later one failed', async () => {
    const { saver, calls, last, left } = scene();
    for (const body of ['first', 'a', 'b', 'b', 'c', 'd', 'e', 'f']) {
      saver.write(text(body)); await settle(600);
      last().refuse(new Error('away')); await settle();
    }
    expect(left()?.sent?.map(({ body }) => body)).toEqual(['first', 'c', 'd', 'e', 'f']);
    saver.write(text('at last')); await settle(600);
    last().refuse(new Stale(text('first'), '"1"')); await settle(1);
    expect(calls.at(-1)).toMatchObject({ text: text('at last'), etag: '"1"' });
  });

  it('its own text, saved before the answer was lost, is no conflict', async () => {
    const { saver, last, kept } = scene();
    saver.write(text('mine')); await settle(600);
    last().refuse(new Stale(text('mine'), '"1"')); await settle();
    expect([saver.status, kept()]).toEqual(['saved', null]);
    saver.write(text('more')); await settle(600);
    expect(last().etag).toBe('"1"');
  });

  it('a flush saves at once and waits for the answer', async () => {
    const { saver, last } = scene();
    saver.write(text('now'));
    const flushed = saver.flush(); await settle();
    last().answer({ etag: '"1"' }); await flushed;
    expect(saver.status).toBe('saved');
  });

  it('what was thrown away on purpose is forgotten', async () => {
    const { saver, calls, kept } = scene();
    saver.write(text('x')); saver.forget('"0"'); await settle(10_000);
    expect([calls.length, kept(), saver.status]).toEqual([0, null, 'saved']);
  });

  it('an unreadable leftover is no text', () => {
    expect(Autosave.left({ getItem: () => '{', setItem: () => undefined, removeItem: () => undefined }, NAME)).toBeNull();
  });
});
