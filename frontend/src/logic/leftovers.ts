/** What earlier visits typed and no server acknowledged: under the draft's name, one entry for each tab. */
import { Autosave, type Left, type Place } from './autosave.ts';

export interface Leftover { name: string; text: Left }
export type Shelf = Place & Pick<Storage, 'length' | 'key'>;
/** The name of a step's draft on the shelf. */
export const unsaved = (interview: string, key: string): string => `afterview.unsaved/${interview}/${key}`;
export const nameOf = (draft: string, tab: string): string => `${draft}/${tab}`;

/** This tab's own; else that of a tab that is gone. What living tabs keep is theirs. */
export function leftBehind(shelf: Shelf, draft: string, tab: string, living: Set<string>): Leftover | null {
  const names = Array.from({ length: shelf.length }, (_, i) => shelf.key(i) ?? '');
  const orphans = names.filter((name) => name === draft || (name.startsWith(`${draft}/`) && !living.has(name.slice(draft.length + 1))));
  for (const name of [nameOf(draft, tab), ...orphans]) {
    const text = Autosave.left(shelf, name);
    if (text) return { name, text };
  }
  return null;
}
