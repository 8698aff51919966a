/** What one click may mend: only faults with a single right answer, which the finding or the text itself says. */
import type { Text } from '../api/types.ts';
import { keptBy, type Placed } from './spans.ts';

/** `at`: what it replaces, where that is more than the finding's own place. */
export interface Fix { label: string; text: string; at?: [number, number] }
const QUOTED = '\u201c([^\u201d]+)\u201d';
const SUGGESTED = [new RegExp(`did you mean ${QUOTED}`), /looks like (.+) misspelt/, /^The role is called (.+): write it so/, new RegExp(`^Write ${QUOTED} here`), /^Write (.+) with a capital/];
const GREETED = new RegExp(`^The greeting says ${QUOTED}: write ${QUOTED}`);

/** The suggestion as the word that it replaces was written: with its capital, and with its 's. */
function like(word: string, suggestion: string): string {
  const first = /^\p{Lu}/u.test(word) ? suggestion.slice(0, 1).toUpperCase() + suggestion.slice(1) : suggestion;
  return first + (/['\u2019]s$/.exec(word)?.[0] ?? '');
}

function suggestion(message: string, word: string): string | null {
  const greeted = GREETED.exec(message);
  if (greeted) return word.replace(greeted[1] ?? '', greeted[2] ?? '');
  const found = SUGGESTED.map((one) => one.exec(message)?.[1]).find((one) => one !== undefined);
  return found === undefined ? null : like(word, found);
}

/** By the code of the check and what stands there. */
function plain(code: string, word: string, after: string): Fix | null {
  const out = (text: string): Fix => ({ label: 'Take it out', text });
  if (code === 'typing') {
    const twice = /^(\S+)\s+(\S+)$/.exec(word);
    if (twice?.[1]?.toLowerCase() === twice?.[2]?.toLowerCase() && twice?.[1]) return { label: 'Take one out', text: twice[1] };
    if (/^[ \t\u00a0]{2,}$/.test(word)) return { label: 'Take one out', text: ' ' };
    if (/^[ \t]+[,.;!?:]$/.test(word)) return out(word.trim());
    if (/^[,.;!?]$/.test(word) && /^\S/.test(after)) return { label: 'Add a space', text: `${word} ` };
  }
  if (code === 'remnants' && /^(?:[\p{Cc}\p{Cf}]|<[^<>]*>)$/u.test(word)) return out('');
  if (code === 'shouting' && /^[!?]{2,}$/.test(word)) return { label: 'Take one', text: word.includes('?') ? '?' : '!' };
  if (code === 'subject' && /^re:\s*re:\s*$/i.test(word)) return { label: 'Take one out', text: word.replace(/^re:\s*/i, '') };
  if (code === 'subject' && /^(?:re|aw|fwd?):\s*$/i.test(word)) return out('');
  return null;
}

/** A word in capitals in small letters; at the head of a sentence with one capital. */
function small(message: string, word: string, before: string): string | null {
  if (!message.endsWith('shouts: write it in small letters.') || /\s/.test(word)) return null;
  const low = word.toLowerCase();
  return /(?:^|[.!?\n]\s*)$/.test(before) ? low.slice(0, 1).toUpperCase() + low.slice(1) : low;
}

const QUOTES = /["\u201c\u201d]|(?<=\w)['\u2019](?=\w)/g;
const curly = (quote: string, before: string): string => (quote === "'" || quote === '\u2019' ? '\u2019' : /[\s(]$|^$/.test(before) ? '\u201c' : '\u201d');
const straight = (quote: string): string => (quote === "'" || quote === '\u2019' ? "'" : '"');

/** All quotes of the kind that stands first. */
function alike(message: string, text: string): Fix | null {
  if (!message.startsWith('Straight and curly quotes')) return null;
  const isStraight = /["']/.test(text.match(QUOTES)?.[0] ?? '');
  const after = text.replace(QUOTES, (quote: string, at: number) => (isStraight ? straight(quote) : curly(quote, text.slice(0, at))));
  const { head, tail } = keptBy(text, after);
  return { label: 'Make them alike', text: after.slice(head, after.length - tail), at: [head, text.length - tail] };
}

export function fixOf(finding: Placed, text: Text): Fix | null {
  if (!finding.at) return null;
  const [start, end] = finding.at;
  const word = text[finding.field].slice(start, end);
  const right = suggestion(finding.message, word) ?? small(finding.message, word, text[finding.field].slice(0, start));
  if (right !== null) return right === word ? null : { label: `Write \u201c${right}\u201d`, text: right };
  return alike(finding.message, text[finding.field]) ?? plain(finding.code, word, text[finding.field].slice(end));
}
