/** What the checks say of the text in the editor, as it is now: known from the plan, asked anew while somebody types. */
import { checkDraft } from '../api/steps.ts';
import type { Finding, Text } from '../api/types.ts';
import { Checker } from '../logic/checker.ts';
import { findingAt, nextFrom } from '../logic/marks.ts';
import { follow, placed, type Field, type Placed } from '../logic/spans.ts';
import { sameText, tooLong } from '../logic/texts.ts';

export interface Caret { field: Field; at: number }
const FIELDS: Field[] = ['subject', 'body'];

export class Review {
  findings = $state.raw<Placed[]>([]);
  caret = $state.raw<Caret | null>(null);
  /** The finding that the caret is in. */
  current = $derived(this.caret && findingAt(this.findings, this.caret.field, this.caret.at));
  private text: Text = { subject: '', body: '' };
  private known: { text: Text; findings: Finding[] } | null = null;
  private checker: Checker<Text, Finding[]>;

  constructor(id: string, key: string) {
    this.checker = new Checker({ ask: (text) => checkDraft(id, key, text), told: (findings) => { this.findings = placed(findings, this.text); } });
  }

  /** What the plan says of the text that it knows. */
  know(text: Text, findings: Finding[]): void {
    this.known = { text, findings };
    if (sameText(text, this.text)) this.see(this.text);
  }

  /** The text is this one now. */
  see(text: Text): void {
    for (const field of FIELDS) this.findings = follow(this.findings, field, this.text[field], text[field]);
    this.text = text;
    this.checker.stop();
    if (this.known && sameText(this.known.text, text)) this.findings = placed(this.known.findings, text);
    else if (!tooLong(text)) this.checker.see(text);
  }

  next(by: 1 | -1): Placed | null { return nextFrom(this.findings, this.caret?.field ?? 'subject', this.caret?.at ?? -1, by); }
  stop(): void { this.checker.stop(); }
}
