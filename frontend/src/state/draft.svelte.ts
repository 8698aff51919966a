/** The text in the editor, joined to the autosave: what the page shows is what is typed, whatever the server says. */
import { dropDraft, putDraft, readDraft } from '../api/steps.ts';
import type { Draft, Text } from '../api/types.ts';
import { Autosave, type Status } from '../logic/autosave.ts';
import { leftBehind, nameOf, type Leftover } from '../logic/leftovers.ts';
import { livingTabs, thisTab } from './tab.ts';

const MOST = 20_000;
/** In characters as the API counts them: Unicode code points. */
export const tooLong = ({ body }: Text): boolean => body.length > MOST && Array.from(body).length > MOST;
export const TOO_LONG = 'This text is longer than 20,000 characters: shorten it; it is kept in this browser meanwhile.';
/** Line ends as a text area has them, so that places in the text are the same on both sides. */
const lined = ({ subject, body }: Text): Text => ({ subject, body: body.replace(/\r\n?/g, '\n') });

/** Why there are two texts: the facts changed under mine, or somebody else saved first. `base`: where both began. */
export interface Rival { why: 'facts' | 'elsewhere'; text: Text; base: Text }

export class DraftText {
  draft = $state.raw<Draft | null>(null);
  text = $state.raw<Text>({ subject: '', body: '' });
  status = $state<Status>('saved');
  why = $state('');
  failed = $state.raw<unknown>(null);
  loaded = $state(false);
  touched = $state(false);
  rival = $derived.by((): Rival | null => {
    const theirs = this.status === 'conflict' ? this.saver?.theirs : null;
    if (theirs) return { why: 'elsewhere', text: lined(theirs), base: this.saver?.common ?? lined(theirs) };
    const { outdated, generated, base } = this.draft ?? {};
    return outdated && generated ? { why: 'facts', text: lined(generated), base: lined(base ?? generated) } : null;
  });
  /** The generated text that this one began from. */
  base: Text | null = null;
  private saver: Autosave | null = null;
  private etag = '0';

  constructor(readonly id: string, readonly key: string) {}
  private get name(): string { return `afterview.unsaved/${this.id}/${this.key}`; }

  async load(): Promise<void> {
    try {
      const [{ value, etag }, tab, living] = await Promise.all([readDraft(this.id, this.key), thisTab(), livingTabs()]);
      const left = leftBehind(localStorage, this.name, tab, living);
      this.take(value, etag, tab, left);
      if (left) this.resume(left, nameOf(this.name, tab));
    } catch (error) {
      this.failed = error;
    }
  }

  private take(draft: Draft, etag: string, tab: string, left: Leftover | null): void {
    this.draft = draft;
    this.etag = etag;
    this.base = draft.base ?? draft.generated;
    this.text = lined(draft);
    this.failed = null;
    this.loaded = true;
    this.saver?.stop();
    this.status = 'saved';
    this.saver = new Autosave({
      name: nameOf(this.name, tab), etag: left?.text.etag ?? etag, common: left?.text.common ?? this.text, sent: left?.text.sent, place: localStorage,
      put: async (text, known) => {
        if (tooLong(text)) throw new Error(TOO_LONG);
        const saved = await putDraft(this.id, this.key, { ...text, base: this.base }, known);
        [this.draft, this.etag] = [saved.value, saved.etag];
        return saved;
      },
      changed: (status, why) => { this.status = status; this.why = why; },
    });
  }

  /** Goes on with what an earlier visit left, on the version that it knew: if another came since, both are shown. */
  private resume({ name, text }: Leftover, own: string): void {
    this.write({ subject: text.subject, body: text.body });
    if (name !== own) localStorage.removeItem(name);
  }

  write(text: Text): void { this.text = text; this.touched = true; this.saver?.write(text); }
  async flush(): Promise<void> { await this.saver?.flush(); }
  /** Saves, and throws why if the text is not on the server then: whoever asks would send another one. */
  async settle(): Promise<void> {
    await this.flush();
    if (this.status !== 'saved') throw new Error(this.why || 'This text is not saved yet.');
  }
  get edited(): boolean { return this.touched || this.draft?.edited != null; }

  /** `text` stands from now on, over what the server holds and over the newly generated text. */
  async choose(text: Text): Promise<void> {
    if (this.rival?.why === 'facts') this.base = this.draft?.generated ?? null;
    this.text = text;
    this.touched = true;
    await this.saver?.settle(text);
  }

  /** The other saved text replaces mine, which is saved before it goes: the history has both. */
  async takeTheirs(): Promise<void> {
    const { value } = await readDraft(this.id, this.key);
    await this.saver?.settle(this.text);
    if (this.status === 'saved') await this.restore(lined(value), value.base ?? value.generated);
  }

  /** Back to the generated text. */
  async reset(): Promise<void> {
    await this.flush();
    if (this.etag !== '"0"' && this.etag !== '0') await dropDraft(this.id, this.key, this.etag);
    this.saver?.forget(this.etag);
    await this.load();
    this.touched = false;
  }

  /** A text that stood here before, with the generated text that it began from. */
  async restore(text: Text, base: Text | null): Promise<void> {
    this.base = base;
    this.write(text);
    await this.flush();
  }

  leave(): void { void this.flush().finally(() => this.saver?.stop()); }
}
