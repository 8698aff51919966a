/** One interview with its plan: loaded together, changed through `act`, so that the plan always follows the facts. */
import { readInterview, readPlan } from '../api/interviews.ts';
import type { Interview, Plan } from '../api/types.ts';
import { Problem } from '../logic/problems.ts';
import { complain, say } from './toast.svelte.ts';

const onPage: { open: Open | null } = { open: null };
/** Reads the interview that is on the page anew, if it is this one: something was taken back meanwhile. */
export const reread = async (id: string): Promise<void> => { if (onPage.open?.id === id) await onPage.open.load(); };

export class Open {
  interview = $state.raw<Interview | null>(null);
  plan = $state.raw<Plan | null>(null);
  failed = $state.raw<unknown>(null);
  busy = $state(false);
  /** Why the last `act` was refused. */
  refusal = $state.raw<unknown>(null);
  private etag = '';

  constructor(readonly id: string) { onPage.open = this; }

  async load(): Promise<void> {
    try {
      const [interview, plan] = await Promise.all([readInterview(this.id), readPlan(this.id)]);
      this.interview = interview.value;
      this.etag = interview.etag;
      this.plan = plan;
      this.failed = null;
    } catch (error) {
      this.failed = error;
    }
  }

  /** Does `work` with the version the person saw, then reads everything anew. False: it was refused, and said why. */
  async act(work: (etag: string) => Promise<unknown>, done = '', undo: (() => Promise<unknown>) | null = null): Promise<boolean> {
    this.busy = true;
    this.refusal = null;
    try {
      await work(this.etag);
      await this.load();
      if (done) say(done, undo && (() => this.back(undo)));
      return true;
    } catch (error) {
      await this.refused(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  private async back(undo: () => Promise<unknown>): Promise<void> {
    await undo();
    await this.load();
  }

  private async refused(error: unknown): Promise<void> {
    this.refusal = error;
    if (error instanceof Problem && error.status === 412) {
      await this.load();
      complain(new Error('This was changed elsewhere in the meantime. You see the newest now; please do it once more.'));
      return;
    }
    complain(error);
  }

  get missing(): boolean { return this.failed instanceof Problem && this.failed.status === 404; }
  get version(): string { return this.etag; }
  /** Of a person or a round. */
  nameOf(id: string): string {
    const { participants = [], rounds = [] } = this.interview ?? {};
    return participants.find((p) => p.id === id)?.name ?? rounds.find((r) => r.id === id)?.title ?? id;
  }
}
