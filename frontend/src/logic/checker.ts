/** Asks what the checks say of a text while it is written: after a pause, and only the answer on the newest text counts. */
export interface CheckerWiring<T, F> { ask: (text: T) => Promise<F>; told: (findings: F) => void; delay?: number }

export class Checker<T, F> {
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly wiring: CheckerWiring<T, F>) {}

  /** The text is this one now: whatever is still on its way is about another. */
  see(text: T, delay = this.wiring.delay ?? 250): void {
    this.stop();
    this.timer = setTimeout(() => void this.run(text), delay);
  }

  stop(): void { this.asked += 1; clearTimeout(this.timer); }

  private async run(text: T): Promise<void> {
    const mine = this.asked;
    try {
      const findings = await this.wiring.ask(text);
      if (mine === this.asked) this.wiring.told(findings);
    } catch { /* away for a moment: the marks stay as they are, and the next change asks again */ }
  }
}
