/** What one click may mend: only faults with a single right answer, which the finding or the text itself says. */
import type { Text } from '../api/types.ts';
import type { Placed } from './spans.ts';

export interface Fix { label: string; text: string }
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
  if (code === 'subject' && /^(?:re|aw|fwd?):\s*$/i.test(word)) return out('');
  return null;
}

export function fixOf(finding: Placed, text: Text): Fix | null {
  if (!finding.at) return null;
  const [start, end] = finding.at;
  const word = text[finding.field].slice(start, end);
  const right = suggestion(finding.message, word);
  if (right !== null) return right === word ? null : { label: `Write \u201c${right}\u201d`, text: right };
  return plain(finding.code, word, text[finding.field].slice(end));
}
