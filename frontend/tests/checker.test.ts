import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Checker } from '../src/logic/checker.ts';

/** A server that answers when told to, in any order. */
function scene() {
  const asked: { text: string; answer: (findings: string) => void; fail: () => void }[] = [];
  const told: string[] = [];
  const checker = new Checker<string, string>({
    ask: (text) => new Promise((answer, refuse) => asked.push({ text, answer, fail: () => { refuse(new Error('away')); } })),
    told: (findings) => told.push(findings), delay: 250,
  });
  return { checker, asked, told };
}
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

describe('a text is checked as it is typed', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('once the typing pauses', async () => {
    const { checker, asked } = scene();
    checker.see('D'); await settle(200); checker.see('De'); await settle(249);
    expect(asked).toHaveLength(0);
    await settle(1);
    expect(asked.map(({ text }) => text)).toEqual(['De']);
  });
  it('answers that overtake each other: only the one on the newest text counts', async () => {
    const { checker, asked, told } = scene();
    checker.see('one'); await settle(250);
    checker.see('two'); await settle(250);
    asked[1]?.answer('of two'); asked[0]?.answer('of one'); await settle();
    expect(told).toEqual(['of two']);
  });
  it('an answer on a text that has changed since is not shown', async () => {
    const { checker, asked, told } = scene();
    checker.see('one'); await settle(250);
    checker.see('two'); asked[0]?.answer('of one'); await settle();
    expect(told).toEqual([]);
  });
  it('a server that is away for a moment is asked again with the next change', async () => {
    const { checker, asked, told } = scene();
    checker.see('one'); await settle(250); asked[0]?.fail(); await settle();
    checker.see('two'); await settle(250); asked[1]?.answer('of two'); await settle();
    expect(told).toEqual(['of two']);
  });
  it('nothing is asked after the page was left', async () => {
    const { checker, asked } = scene();
    checker.see('one'); checker.stop(); await settle(1000);
    expect(asked).toEqual([]);
  });
});
