/** The text in the editor, joined to the autosave: what the page shows is what is typed, whatever the server says. */
import { dropDraft, putDraft, readDraft } from '../api/steps.ts';
import type { Draft, Text } from '../api/types.ts';
import { Autosave, type Status } from '../logic/autosave.ts';

const MOST = 20_000;
/** In characters as the API counts them: Unicode code points. */
export const tooLong = ({ body }: Text): boolean => body.length > MOST && Array.from(body).length > MOST;
export const TOO_LONG = 'This text is longer than 20,000 characters: shorten it; it is kept in this browser meanwhile.';

export class DraftText {
  draft = $state.raw<Draft | null>(null);
  text = $state.raw<Text>({ subject: '', body: '' });
  status = $state<Status>('saved');
  why = $state('');
  failed = $state.raw<unknown>(null);
  loaded = $state(false);
  touched = $state(false);
  private saver: Autosave | null = null;
  private base: Text | null = null;
  private etag = '0';

  constructor(private readonly id: string, private readonly key: string) {}
  private get name(): string { return `afterview.unsaved/${this.id}/${this.key}`; }

  async load(): Promise<void> {
    try {
      const { value, etag } = await readDraft(this.id, this.key);
      this.take(value, etag);
    } catch (error) {
      this.failed = error;
      return;
    }
    const left = Autosave.left(localStorage, this.name);
    if (left) this.write(left);
  }

  private take(draft: Draft, etag: string): void {
    this.draft = draft;
    this.etag = etag;
    this.base = draft.base ?? draft.generated;
    this.text = { subject: draft.subject, body: draft.body };
    this.failed = null;
    this.loaded = true;
    this.saver?.stop();
    this.saver = new Autosave({
      name: this.name, etag, place: localStorage,
      put: async (text, known) => {
        if (tooLong(text)) throw new Error(TOO_LONG);
        const saved = await putDraft(this.id, this.key, { ...text, base: this.base }, known);
        this.etag = saved.etag;
        return saved;
      },
      changed: (status, why) => { this.status = status; this.why = why; },
    });
  }

  write(text: Text): void { this.text = text; this.touched = true; this.saver?.write(text); }
  async flush(): Promise<void> { await this.saver?.flush(); }
  /** Saves, and throws why if the text is not on the server then: whoever asks would send another one. */
  async settle(): Promise<void> {
    await this.flush();
    if (this.status !== 'saved') throw new Error(this.why || 'This text is not saved yet.');
  }
  get theirs(): Text | null { return this.saver?.theirs ?? null; }
  get edited(): boolean { return this.touched || this.draft?.edited != null; }

  /** Mine stays, on top of what the server holds or of the newly generated text. */
  async keepMine(): Promise<void> {
    if (this.status !== 'conflict') this.base = this.draft?.generated ?? null;
    await this.saver?.settle(this.text);
    if (this.status === 'saved' && this.draft) this.draft = { ...this.draft, edited: this.text, base: this.base, outdated: false };
  }

  /** The other saved text replaces mine. */
  async takeTheirs(): Promise<void> { this.discard(); await this.load(); }

  /** Back to the generated text. Answers my text, for the way back. */
  async reset(): Promise<Text> {
    const mine = this.text;
    await this.flush();
    if (this.etag !== '"0"' && this.etag !== '0') await dropDraft(this.id, this.key, this.etag);
    this.discard();
    await this.load();
    this.touched = false;
    return mine;
  }

  private discard(): void { this.saver?.forget(this.etag); }
  leave(): void { void this.flush().finally(() => this.saver?.stop()); }
}
