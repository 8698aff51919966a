/** What a finding that blocks may stop: the server decides, on the text that it holds, and says what stands in the way. */
import type { Finding } from '../api/types.ts';
import { blocksOf } from '../logic/blocks.ts';
import { complain } from './toast.svelte.ts';

type Work = () => Promise<unknown>;

export class Gate {
  stopped = $state.raw<{ findings: Finding[]; work: Work } | null>(null);

  constructor(private readonly settle: Work) {}

  async pass(work: Work): Promise<void> {
    try {
      await this.settle();
      await work();
    } catch (error) {
      const findings = blocksOf(error);
      if (findings.length) this.stopped = { findings, work }; else complain(error);
    }
  }
}
