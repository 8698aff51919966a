/** The text in the editor, joined to the autosave: what the page shows is what is typed, whatever the server says. */
import { dropDraft, putDraft, readDraft } from '../api/steps.ts';
import type { Draft, Text } from '../api/types.ts';
import { Autosave, type Status } from '../logic/autosave.ts';
import { leftBehind, nameOf, unsaved, type Leftover } from '../logic/leftovers.ts';
import { Problem } from '../logic/problems.ts';
import { rivalOf, unlike } from '../logic/rivals.ts';
import { lined, sameText, TOO_LONG, tooLong } from '../logic/texts.ts';
import { livingTabs, thisTab } from './tab.ts';

const onPage: { draft: DraftText | null } = { draft: null };

export class DraftText {
  draft = $state.raw<Draft | null>(null);
  text = $state.raw<Text>({ subject: '', body: '' });
  status = $state<Status>('saved');
  why = $state('');
  failed = $state.raw<unknown>(null);
  loaded = $state(false);
  touched = $state(false);
  /** One text takes the place of another: what is typed meanwhile would be lost. */
  busy = $state(false);
  rival = $derived.by(() => rivalOf(this.draft, this.status === 'conflict' ? (this.saver?.theirs ?? null) : null, this.saver?.common ?? null));
  /** The generated text, while mine is another one and nothing has to be decided first. */
  generated = $derived.by(() => (this.edited && !this.rival ? unlike(this.draft, this.text) : null));
  /** The generated text that this one began from. */
  base: Text | null = null;
  private saver: Autosave | null = null;
  private etag = '0';

  /** `sent`: it was marked as sent elsewhere while it was written here. */
  constructor(readonly id: string, readonly key: string, private readonly sent: () => void) { onPage.draft = this; }
  private get name(): string { return unsaved(this.id, this.key); }

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
    this.base = left?.text.base ?? draft.base ?? draft.generated;
    this.text = lined(draft);
    this.failed = null;
    this.loaded = true;
    this.saver?.stop();
    this.status = 'saved';
    this.saver = new Autosave({
      name: nameOf(this.name, tab), base: () => this.base, etag: left?.text.etag ?? etag, common: left?.text.common ?? this.text, sent: left?.text.sent, place: localStorage,
      put: async (text, known) => {
        if (tooLong(text)) throw new Error(TOO_LONG);
        const saved = await putDraft(this.id, this.key, { ...text, base: this.base }, known);
        [this.draft, this.etag] = [saved.value, saved.etag];
        return saved;
      },
      changed: (status, why) => { [this.status, this.why] = [status, why]; if (status === 'saved') this.arrived(); },
    });
  }

  /** What went out is what stands; what was typed since then is in the history. */
  private arrived(): void {
    if (this.draft?.source !== 'sent' || sameText(lined(this.draft), this.text)) return;
    [this.text, this.touched] = [lined(this.draft), false];
    this.sent();
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
  takeTheirs(): Promise<void> {
    return this.alone(async () => {
      const { value } = await readDraft(this.id, this.key);
      await this.saver?.settle(this.text);
      if (this.status === 'saved') await this.restore(lined(value), value.base ?? value.generated);
    });
  }

  /** Back to the generated text, once mine is in the history. */
  reset(): Promise<void> {
    return this.alone(async () => {
      await this.settle();
      if (this.draft?.edited) await dropDraft(this.id, this.key, this.etag).catch((error: unknown) => this.overtaken(error));
      this.saver?.forget(this.etag);
      await this.load();
      this.touched = false;
    });
  }

  private async overtaken(error: unknown): Promise<never> {
    if (!(error instanceof Problem) || error.status !== 412) throw error;
    await this.load();
    throw new Error('This text was changed elsewhere in the meantime. You see the newest now; yours is in the history.');
  }

  private async alone(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try { await work(); } finally { this.busy = false; }
  }

  /** A text that stood here before, with the generated text that it began from; also when its page was left since. */
  async restore(text: Text, base: Text | null): Promise<void> {
    const here = onPage.draft?.name === this.name ? onPage.draft : null;
    if (!here) {
      await putDraft(this.id, this.key, { ...text, base }, (await readDraft(this.id, this.key)).etag);
      return;
    }
    here.base = base;
    here.write(text);
    await here.settle();
  }

  leave(): void {
    if (onPage.draft === this) onPage.draft = null;
    void this.flush().finally(() => this.saver?.stop());
  }
}
