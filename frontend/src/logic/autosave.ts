/**
 * Saves a text while it is written and never loses it: what the server has not acknowledged stays here and in the
 * browser's own storage. One save is under way at a time; what is typed meanwhile goes with the next one.
 */
import type { Text } from '../api/types.ts';

export type Status = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';
export interface Saved { etag: string }
/** Throw `Stale` from `put` when somebody else saved first. */
export class Stale extends Error {
  constructor(readonly theirs: Text | null, readonly etag: string) { super('This text was changed elsewhere.'); }
}
export interface Place { getItem(key: string): string | null; setItem(key: string, value: string): void; removeItem(key: string): void }
export interface Wiring {
  name: string; etag: string; place: Place; delay?: number; retry?: number;
  put: (text: Text, etag: string) => Promise<Saved>;
  changed: (status: Status, why: string) => void;
}

const same = (a: Text | null, b: Text): boolean => a?.subject === b.subject && a.body === b.body;

export class Autosave {
  status: Status = 'saved';
  theirs: Text | null = null;
  private pending: Text | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(private readonly wiring: Wiring) {}

  /** What an earlier visit wrote and the server never acknowledged. */
  static left(place: Place, name: string): Text | null {
    try { return JSON.parse(place.getItem(name) ?? 'null') as Text | null; } catch { return null; }
  }

  write(text: Text): void {
    this.pending = text;
    try { this.wiring.place.setItem(this.wiring.name, JSON.stringify(text)); } catch { /* storage full: memory still has it */ }
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
    this.theirs = null;
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

  private later(ms: number): void {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async save(text: Text): Promise<void> {
    this.tell('saving');
    try {
      this.wiring.etag = (await this.wiring.put(text, this.wiring.etag)).etag;
      this.acknowledged(text);
    } catch (error) {
      this.refused(error, text);
    }
  }

  private acknowledged(text: Text): void {
    if (this.pending !== text) { this.tell('waiting'); this.later(0); return; }
    this.pending = null;
    this.wiring.place.removeItem(this.wiring.name);
    this.tell('saved');
  }

  private refused(error: unknown, text: Text): void {
    if (error instanceof Stale && same(error.theirs, text)) {
      this.wiring.etag = error.etag; // an earlier save of this very text did arrive, only its answer did not
      this.acknowledged(text);
      return;
    }
    if (error instanceof Stale) {
      this.theirs = error.theirs;
      this.wiring.etag = error.etag;
      this.tell('conflict', error.message);
      return;
    }
    this.tell('failed', error instanceof Error ? error.message : String(error));
    this.later(this.wiring.retry ?? 5000);
  }

  private tell(status: Status, why = ''): void { this.status = status; this.wiring.changed(status, why); }
}
