/** An interview that nobody has confirmed yet: kept in this tab, so that a reload loses nothing. */
import { renumbered, type Form } from '../logic/proposal.ts';

export interface Unfinished { form: Form; source: string }
const NAME = 'afterview.unfinished';

export function keepUnfinished(one: Unfinished): void {
  try { sessionStorage.setItem(NAME, JSON.stringify(one)); } catch { /* storage full or forbidden: the page still has it */ }
}

export function unfinished(): Unfinished | null {
  try {
    const one = JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Unfinished | null;
    return one && { ...one, form: renumbered(one.form) };
  } catch { return null; }
}

export function forgetUnfinished(): void {
  try { sessionStorage.removeItem(NAME); } catch { /* nothing was kept either */ }
}
