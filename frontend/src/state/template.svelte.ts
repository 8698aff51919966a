/** A template while it is written: what is not saved stays in this browser until it is saved or left on purpose. */
import { dropTemplate, putTemplate, readTemplate } from '../api/templates.ts';
import type { Template, Text } from '../api/types.ts';
import { Problem } from '../logic/problems.ts';
import { sameText } from '../logic/texts.ts';

export interface Kept extends Text { version: number }
const NAME = 'afterview.template/';

export function keptTemplate(kind: string): Kept | null {
  try { return JSON.parse(localStorage.getItem(NAME + kind) ?? 'null') as Kept | null; } catch { return null; }
}

export class TemplateText {
  template = $state.raw<Template | null>(null);
  text = $state.raw<Text>({ subject: '', body: '' });
  /** What somebody else saved meanwhile. */
  theirs = $state.raw<Text | null>(null);
  failed = $state.raw<unknown>(null);
  busy = $state(false);
  private etag = '';

  constructor(readonly kind: string) {}
  get dirty(): boolean { return this.template !== null && !sameText(this.text, this.template); }

  async load(): Promise<void> {
    try {
      const { value, etag } = await readTemplate(this.kind);
      this.take(value, etag);
      this.failed = null;
    } catch (error) {
      this.failed = error;
      return;
    }
    const kept = keptTemplate(this.kind);
    if (kept && this.template) this.bring(kept, this.template);
  }

  /** What an earlier visit left unsaved; if it began from another version, both are shown. */
  private bring({ version, ...text }: Kept, now: Template): void {
    if (sameText(text, now)) { this.forget(); return; }
    this.text = text;
    if (version !== now.version) this.theirs = { subject: now.subject, body: now.body };
  }

  private take(template: Template, etag: string): void {
    this.template = template;
    this.etag = etag;
    this.text = { subject: template.subject, body: template.body };
    this.theirs = null;
  }

  write(part: Partial<Text>): void {
    this.text = { ...this.text, ...part };
    if (!this.template || !this.dirty) { this.forget(); return; }
    try { localStorage.setItem(NAME + this.kind, JSON.stringify({ ...this.text, version: this.template.version })); } catch { /* full: the page still has it */ }
  }

  private forget(): void { localStorage.removeItem(NAME + this.kind); }

  /** Throws what the server refused; a text that was saved elsewhere meanwhile is shown instead. */
  async save(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const { text } = this;
    try {
      const { value, etag } = await putTemplate(this.kind, this.etag, text);
      const typed = this.text;
      this.take(value, etag);
      this.write(typed);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) throw error;
      await this.meet();
    } finally { this.busy = false; }
  }

  private async meet(): Promise<void> {
    const mine = this.text;
    const { value, etag } = await readTemplate(this.kind);
    this.take(value, etag);
    this.write(mine);
    if (this.dirty) this.theirs = { subject: value.subject, body: value.body };
  }

  /** Of two texts: mine is saved over the other, or the other stays. */
  keepMine(): Promise<void> { this.theirs = null; return this.save(); }
  takeTheirs(): void { if (this.theirs) this.write(this.theirs); this.theirs = null; }

  /** Back to what is saved. Answers what was written, for the way back. */
  leave(): Text {
    const mine = this.text;
    if (this.template) this.write({ subject: this.template.subject, body: this.template.body });
    return mine;
  }

  /** Back to the original, saved or not. Answers the way back. */
  async reset(): Promise<() => Promise<void>> {
    const [saved, mine] = [this.template, this.text];
    if (saved?.is_own) await dropTemplate(this.kind, this.etag);
    this.forget();
    await this.load();
    return async () => {
      if (saved?.is_own) await putTemplate(this.kind, '*', { subject: saved.subject, body: saved.body });
      await this.load();
      this.write(mine);
    };
  }
}
