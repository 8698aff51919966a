/**
 * Saves a text while it is written and never loses it: what the server has not acknowledged stays here and in the
 * browser's own storage. One save is under way at a time; what is typed meanwhile goes with the next one.
 */
import type { Text } from '../api/types.ts';
import { sameText } from './texts.ts';

export type Status = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';
export interface Saved { etag: string }
/** Throw `Stale` from `put` when somebody else saved first. */
export class Stale extends Error {
  constructor(readonly theirs: Text | null, readonly etag: string) { super('This text was changed elsewhere.'); }
}
export interface Place { getItem(key: string): string | null; setItem(key: string, value: string): void; removeItem(key: string): void }
/**
 * A text that is not acknowledged yet, the version it began from, what that said, what was sent without an answer, and
 * the generated text that all of it began from.
 */
export type Left = Text & { etag?: string; common?: Text | null; sent?: Text[]; base?: Text | null };
export interface Wiring {
  name: string; etag: string; common?: Text | null; sent?: Text[]; base?: () => Text | null; place: Place; delay?: number; retry?: number;
  put: (text: Text, etag: string) => Promise<Saved>;
  changed: (status: Status, why: string) => void;
}

const MOST = 5;
/** Each of these may have arrived: the first, as its answer got lost when the server went, and the last ones. */
function attempts(before: Text[], text: Text): Text[] {
  const all = before.some((one) => sameText(one, text)) ? before : [...before, text];
  return all.length > MOST ? [...all.slice(0, 1), ...all.slice(1 - MOST)] : all;
}

export class Autosave {
  status: Status = 'saved';
  theirs: Text | null = null;
  /** What the server and this page last agreed on: where mine and theirs began. */
  common: Text | null;
  private sent: Text[];
  private newer = '';
  private pending: Text | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(private readonly wiring: Wiring) {
    this.common = wiring.common ?? null;
    this.sent = wiring.sent ?? [];
  }

  /** What an earlier visit wrote and the server never acknowledged. */
  static left(place: Place, name: string): Left | null {
    try { return JSON.parse(place.getItem(name) ?? 'null') as Left | null; } catch { return null; }
  }

  write(text: Text): void {
    this.pending = text;
    this.keep(text);
    if (this.status === 'conflict') return;
    if (this.status !== 'saving') this.tell('waiting');
    this.later(this.wiring.delay ?? 600);
  }

  /** Saves now; settles when nothing is left to save or the save failed. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    if (!this.pending || this.status === 'conflict' || this.stopped) return;
    this.running = this.save(this.pending).finally(() => { this.running = null; });
    await this.running;
  }

  /** After a conflict: `text` wins over what the server holds now. */
  async settle(text: Text): Promise<void> {
    if (this.status === 'conflict') [this.wiring.etag, this.common] = [this.newer, this.theirs];
    this.theirs = null;
    this.keep(text);
    this.status = 'waiting';
    this.pending = text;
    await this.flush();
  }

  /** Forgets what is unsaved: the text was thrown away on purpose. */
  forget(etag: string): void {
    clearTimeout(this.timer);
    this.pending = null;
    this.wiring.etag = etag;
    this.wiring.place.removeItem(this.wiring.name);
    this.tell('saved');
  }

  stop(): void { this.stopped = true; clearTimeout(this.timer); }

  private keep(text: Text): void {
    const left: Left = { subject: text.subject, body: text.body, etag: this.wiring.etag, common: this.common, sent: this.sent, base: this.wiring.base?.() ?? null };
    try { this.wiring.place.setItem(this.wiring.name, JSON.stringify(left)); } catch { /* storage full: memory still has it */ }
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async save(text: Text): Promise<void> {
    this.tell('saving');
    this.sent = attempts(this.sent, text);
    this.keep(text);
    try {
      this.wiring.etag = (await this.wiring.put(text, this.wiring.etag)).etag;
      this.acknowledged(text);
    } catch (error) {
      this.refused(error, text);
    }
  }

  private acknowledged(text: Text): void {
    this.common = text;
    this.sent = [];
    if (this.pending && this.pending !== text) {
      this.keep(this.pending);
      this.tell('waiting');
      this.later(0);
      return;
    }
    this.pending = null;
    this.wiring.place.removeItem(this.wiring.name);
    this.tell('saved');
  }

  private refused(error: unknown, text: Text): void {
    if (error instanceof Stale && sameText(error.theirs, text)) {
      this.wiring.etag = error.etag; // an earlier save of this very text did arrive, only its answer did not
      this.acknowledged(text);
      return;
    }
    if (error instanceof Stale && [this.common, ...this.sent].some((own) => error.theirs && sameText(own, error.theirs))) {
      [this.wiring.etag, this.common] = [error.etag, error.theirs]; // only the version moved, or an answer was lost
      this.later(0);
      return;
    }
    if (error instanceof Stale) {
      this.theirs = error.theirs;
      this.newer = error.etag; // only once somebody chose: a reload must meet the conflict again
      this.tell('conflict', error.message);
      return;
    }
    this.tell('failed', error instanceof Error ? error.message : String(error));
    this.later(this.wiring.retry ?? 5000);
  }

  private tell(status: Status, why = ''): void { this.status = status; this.wiring.changed(status, why); }
}
