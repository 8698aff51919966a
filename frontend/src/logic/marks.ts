/** The marks under a text, and the way from one to the next. */
import { byPlace, graver, type Field, type Placed, type Severity } from './spans.ts';

/** `long`: a sentence or more, which is marked more softly. */
export interface Mark { text: string; severity: Severity | null; long: boolean; current: boolean }
const LONG = 80;
const length = ({ at }: Placed): number => (at ? at[1] - at[0] : Infinity);

/** A field's text, cut where marks begin and end; where findings overlap the gravest shows. */
export function marksOf(text: string, findings: Placed[], field: Field, current: Placed | null): Mark[] {
  const here = findings.filter((one) => one.field === field && one.at && one.at[1] <= text.length);
  const cuts = [...new Set([0, text.length, ...here.flatMap((one) => one.at ?? [])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? 0;
    const over = here.filter(({ at }) => at && at[0] < end && at[1] > start).sort((a, b) => graver(a, b) || length(a) - length(b));
    const [first] = over;
    return { text: text.slice(start, end), severity: first?.severity ?? null, long: first !== undefined && length(first) > LONG, current: current !== null && over.includes(current) };
  });
}

/** The finding at the caret; of several the one that says it most closely. */
export function findingAt(findings: Placed[], field: Field, caret: number): Placed | null {
  const here = findings.filter((one) => one.field === field && one.at && one.at[0] <= caret && caret <= one.at[1]);
  return here.sort((a, b) => length(a) - length(b))[0] ?? null;
}

/** The next finding with a place, or the one before, in the order of reading; after the last comes the first. */
export function nextFrom(findings: Placed[], field: Field, caret: number, by: 1 | -1): Placed | null {
  const all = byPlace(findings.filter((one) => one.at));
  const ahead = (one: Placed): boolean => (one.field === field ? (one.at?.[0] ?? 0) > caret : one.field === 'body');
  const behind = (one: Placed): boolean => (one.field === field ? (one.at?.[1] ?? 0) < caret : one.field === 'subject');
  return (by > 0 ? (all.find(ahead) ?? all[0]) : (all.findLast(behind) ?? all.at(-1))) ?? null;
}
