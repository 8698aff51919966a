/**
 * Two texts that began as one become one again: what only one of them changed is taken, what both changed is a conflict
 * for a person to decide. Bodies by paragraph, and within a paragraph that both changed by line; the subject as a whole.
 */
import { diff3Merge } from 'node-diff3';
import type { Text } from '../api/types.ts';

export type Choice = 'mine' | 'theirs' | 'both';
export interface Conflict { mine: string; theirs: string; key: string }
/** Lines that are settled, or a conflict about some. */
export type Piece = { lines: string[]; conflict?: undefined } | { lines?: undefined; conflict: Conflict };
/** Pieces in one paragraph, or in several that stay together; blank lines between blocks. */
export type Block = Piece[];
export interface Merge { subject: Piece; blocks: Block[] }
export type Choices = Record<string, Choice>;

interface Region { ok?: string[]; conflict?: { a: string[]; o: string[]; b: string[] } }
const regions = (mine: string[], base: string[], theirs: string[]): Region[] =>
  diff3Merge(mine, base, theirs, { excludeFalseConflicts: true });

const trimmed = (text: string): string => text.replace(/^\n+|\s+$/g, '');
const paragraphs = (body: string): string[] => trimmed(body).split(/\n(?:[^\S\n]*\n)+/).filter(Boolean);
const lines = (all: string[]): string[] => (all.length ? all.join('\n\n').split('\n') : []);

function conflict(mine: string, theirs: string): Piece {
  return { conflict: { mine, theirs, key: `${mine}\u0000${theirs}` } };
}

function byLine(mine: string[], base: string[], theirs: string[]): Block {
  return regions(lines(mine), lines(base), lines(theirs)).map(({ ok, conflict: both }) =>
    both ? conflict(both.a.join('\n'), both.b.join('\n')) : { lines: ok ?? [] });
}

function wholeOf(mine: string, base: string, theirs: string): Piece {
  if (mine === theirs || theirs === base) return { lines: [mine] };
  return mine === base ? { lines: [theirs] } : conflict(mine, theirs);
}

export function merge(mine: Text, base: Text, theirs: Text): Merge {
  const [a, o, b] = [paragraphs(mine.body), paragraphs(base.body), paragraphs(theirs.body)];
  const blocks = regions(a, o, b).map(({ ok, conflict: both }): Block => (both ? byLine(both.a, both.o, both.b) : [{ lines: lines(ok ?? []) }]));
  return { subject: wholeOf(mine.subject, base.subject, theirs.subject), blocks };
}

export const conflictsOf = ({ subject, blocks }: Merge): Conflict[] => [subject, ...blocks.flat()].flatMap((piece) => piece.conflict ?? []);

/** What a piece says once it is decided. `alone`: both sides of a whole paragraph are two paragraphs. */
function said(piece: Piece, choices: Choices, alone: boolean): string[] {
  if (piece.lines) return piece.lines;
  const { mine, theirs, key } = piece.conflict;
  const choice = choices[key] ?? 'both';
  const parts = choice === 'both' ? [mine, theirs] : [choice === 'mine' ? mine : theirs];
  const some = parts.filter((one) => one !== '');
  return some.length ? [some.join(alone ? '\n\n' : '\n')] : [];
}

const bodyOf = (blocks: Block[], choices: Choices): string =>
  blocks.map((block) => trimmed(block.flatMap((piece) => said(piece, choices, block.length === 1)).join('\n'))).filter(Boolean).join('\n\n');

export const mergedText = ({ subject, blocks }: Merge, choices: Choices): Text =>
  ({ subject: said(subject, choices, false).join(' ').replaceAll('\n', ' '), body: bodyOf(blocks, choices) });
