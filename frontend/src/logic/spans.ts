/**
 * Where findings are. The API counts code points, the page UTF-16 units: spans are turned into units once, when they
 * arrive, and then move with what is typed until the next answer.
 */
import type { Finding, Text } from '../api/types.ts';

export type Field = keyof Text;
export type Severity = Finding['severity'];
/** A finding with its place in UTF-16 units; without one it is about the whole. */
export type Placed = Omit<Finding, 'field' | 'span'> & { field: Field; at: [number, number] | null };

/** The UTF-16 offset of each code point, and of the end. */
function offsets(text: string): number[] {
  let units = 0;
  return [0, ...Array.from(text, (point) => (units += point.length))];
}

export function placed(findings: Finding[], text: Text): Placed[] {
  const units = { subject: offsets(text.subject), body: offsets(text.body) };
  return findings.map(({ field, span, ...rest }) => {
    const where: Field = field === 'subject' ? 'subject' : 'body';
    const [start, end] = [units[where][span?.[0] ?? -1], units[where][span?.[1] ?? -1]];
    return { ...rest, field: where, at: start === undefined || end === undefined || end <= start ? null : [start, end] };
  });
}

const GRAVEST: Severity[] = ['block', 'warn', 'hint'];
export const graver = (a: { severity: Severity }, b: { severity: Severity }): number => GRAVEST.indexOf(a.severity) - GRAVEST.indexOf(b.severity);
const reading = (one: Placed): number => (one.at ? one.at[0] - (one.field === 'subject' ? 1e9 : 0) : 1e9);

/** In the order of reading, the subject first; what is about the whole comes last. */
export const byPlace = (findings: Placed[]): Placed[] => [...findings].sort((a, b) => reading(a) - reading(b));
/** Blocks, then warnings, then hints, each in the order of reading. */
export const byWeight = (findings: Placed[]): Placed[] => byPlace(findings).sort(graver);

/** What a change kept: how much of the beginning, how much of the end. */
export function keptBy(before: string, after: string): { head: number; tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0, tail = 0;
  while (head < most && before[head] === after[head]) head += 1;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { head, tail };
}

/** The findings after a change of one field: those behind it move along, those it touched wait for the next answer. */
export function follow(findings: Placed[], field: Field, before: string, after: string): Placed[] {
  if (before === after) return findings;
  const { head, tail } = keptBy(before, after);
  const [end, by] = [before.length - tail, after.length - before.length];
  return findings.flatMap((one): Placed[] => {
    if (one.field !== field || !one.at || one.at[1] <= head) return [one];
    return one.at[0] >= end ? [{ ...one, at: [one.at[0] + by, one.at[1] + by] }] : [];
  });
}
