/** A merge that is not finished: what was chosen stays in this browser until the merge is used or given up. */
import type { Choice, Choices } from '../logic/merge.ts';

export class Merging {
  choices = $state.raw<Choices | null>(null);

  constructor(private readonly name: string) {
    try { this.choices = JSON.parse(localStorage.getItem(name) ?? 'null') as Choices | null; } catch { /* unreadable: nothing was chosen */ }
  }

  begin(): void { this.keep({}); }
  choose(key: string, choice: Choice): void { this.keep({ ...this.choices, [key]: choice }); }

  end(): void {
    this.choices = null;
    localStorage.removeItem(this.name);
  }

  private keep(choices: Choices): void {
    this.choices = choices;
    try { localStorage.setItem(this.name, JSON.stringify(choices)); } catch { /* storage full: the page still has it */ }
  }
}
