/** What one click may mend: the finding's own `fix`, which stands where a fault has a single right answer. */
import type { Text } from '../api/types.ts';
import type { Placed } from './spans.ts';

export interface Fix { label: string; text: string }

/** What the click does, in words: the text that it writes, where that says more. */
function label(word: string, fix: string): string {
  if (!fix.trim()) return fix && word.trim() === '' ? 'Take one out' : 'Take it out';
  if (fix === `${word} `) return 'Add a space';
  if (/["\u201c\u201d'\u2019]/.test(fix) && fix.length > 30) return 'Make them alike';
  const between = word.toLowerCase().split(fix.toLowerCase());
  return between.length > 2 && !between.join('').trim() ? 'Take one out' : `Write \u201c${fix}\u201d`;
}

export function fixOf({ at, field, fix }: Placed, text: Text): Fix | null {
  if (!at || fix === null) return null;
  const word = text[field].slice(...at);
  return fix === word ? null : { label: label(word, fix), text: fix };
}
