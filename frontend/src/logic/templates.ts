/** Templates as texts: which go together, where a name goes, where an error stands. */
import type { Template, Text } from '../api/types.ts';

const GROUPS: [string, string[]][] = [
  ['Before the interview', ['roster.ask']],
  ['After the interview', ['hiring-manager', 'group', 'individual', 'personal', 'invite', 'no-show']],
  ['Keeping in touch', ['follow-up', 'call', 'recap', 'answer']],
  ['How it ends', ['negotiation', 'offer-thanks', 'decline', 'continuing-interest', 'one-month.hr', 'one-month.hiring-manager', 'withdrawal']],
];

/** In the order in which an application needs them; a kind that nobody sorted comes last. */
export function grouped<T extends Pick<Template, 'kind'>>(templates: T[]): { name: string; templates: T[] }[] {
  const of = (kinds: string[]) => kinds.flatMap((kind) => templates.filter((one) => one.kind === kind));
  const sorted = new Set(GROUPS.flatMap(([, kinds]) => kinds));
  const rest = { name: 'More', templates: templates.filter((one) => !sorted.has(one.kind)) };
  return [...GROUPS.map(([name, kinds]) => ({ name, templates: of(kinds) })), rest].filter((group) => group.templates.length > 0);
}

export const placeFor = (name: string): string => `{{ ${name} }}`;

/** Whether `name` stands anywhere in a place or a condition of the text. */
export const uses = ({ subject, body }: Text, name: string): boolean =>
  [...`${subject}\n${body}`.matchAll(/\{\{(.*?)\}\}|\{%(.*?)%\}/gs)].some(([, place, block]) => new RegExp(`(?<![\\w"'])${name}(?![\\w"'])`).test(place ?? block ?? ''));

const TAG = /^\{\{.*?\}\}|^\{%.*?%\}|^\w+/s;

/** Where line and column (from 1, in code points) stand in `text`, in the units of the page: the whole tag or word there. */
export function placeOf(text: string, line: number, column: number): [number, number] {
  const lines = text.split('\n');
  const at = Math.min(Math.max(line, 1), lines.length) - 1;
  const before = lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0);
  const start = before + Array.from(lines[at] ?? '').slice(0, Math.max(column, 1) - 1).join('').length;
  const length = TAG.exec(text.slice(start))?.[0].length ?? 1;
  return start >= text.length ? [Math.max(0, text.length - 1), text.length] : [start, start + length];
}
