/** What differs between two texts: by line first, then by word within the lines that changed. */
import { diffComm } from 'node-diff3';

/** A stretch that both texts have, or only the one, or only the other. */
export interface Stretch { text: string; of: 'both' | 'one' | 'other' }
const MOST = 1_000_000;
const LINES = /[^\n]*\n|[^\n]+$/g;
const WORDS = /\n|[^\s]+|[^\S\n]+/g;

function compared(one: string[], other: string[], within: (one: string, other: string) => Stretch[]): Stretch[] {
  if (one.length * other.length > MOST) return whole(one.join(''), other.join(''));
  return diffComm(one, other).flatMap((part) =>
    part.common ? [{ text: part.common.join(''), of: 'both' as const }] : within(part.buffer1.join(''), part.buffer2.join('')));
}

const whole = (one: string, other: string): Stretch[] =>
  ([{ text: one, of: 'one' }, { text: other, of: 'other' }] satisfies Stretch[]).filter(({ text }) => text !== '');

/** Words that changed one after the other are one change: the spaces between them change with them. */
function together(all: Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  let one = '', other = '', gap = '';
  const flush = () => { out.push(...whole(one, other)); [one, other] = ['', '']; };
  for (const { text, of } of all) {
    if (of === 'both' && (one || other) && /^[^\S\n]+$/.test(text)) { gap = text; continue; }
    if (of === 'both') flush();
    if (of === 'both') out.push({ text: gap + text, of });
    else [one, other] = [one + gap + (of === 'one' ? text : ''), other + gap + (of === 'other' ? text : '')];
    gap = '';
  }
  flush();
  return gap ? [...out, { text: gap, of: 'both' }] : out;
}

const byWord = (one: string, other: string): Stretch[] =>
  one && other ? together(compared(one.match(WORDS) ?? [], other.match(WORDS) ?? [], whole)) : whole(one, other);

export const differences = (one: string, other: string): Stretch[] => compared(one.match(LINES) ?? [], other.match(LINES) ?? [], byWord);
