import { describe, expect, it } from 'vitest';
import { leftBehind } from '../src/logic/leftovers.ts';

const DRAFT = 'afterview.unsaved/acme/onsite.group';
function shelf(entries: Record<string, string>) {
  const kept = new Map(Object.entries(entries).map(([name, body]) => [name, JSON.stringify({ subject: '', body })]));
  return {
    length: kept.size, key: (i: number) => [...kept.keys()][i] ?? null,
    getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => void kept.set(k, v), removeItem: (k: string) => void kept.delete(k),
  };
}
const found = (entries: Record<string, string>, living: string[] = ['here']) => leftBehind(shelf(entries), DRAFT, 'here', new Set(living))?.text.body;

describe('a text that was not saved', () => {
  it('is found by the tab that typed it, before any other', () => { expect(found({ [`${DRAFT}/gone`]: 'other', [`${DRAFT}/here`]: 'mine' })).toBe('mine'); });
  it('of a tab that is gone is taken up', () => { expect(found({ [`${DRAFT}/gone`]: 'orphan' })).toBe('orphan'); });
  it('of another tab that lives stays there', () => { expect(found({ [`${DRAFT}/there`]: 'theirs' }, ['here', 'there'])).toBeUndefined(); });
  it('of another draft is none of ours', () => { expect(found({ [`${DRAFT}.2/gone`]: 'other', 'afterview.theme': 'dark' })).toBeUndefined(); });
  it('from before tabs had names is taken up', () => { expect(found({ [DRAFT]: 'old' })).toBe('old'); });
});
