/** One sentence about what just happened, and the way back. */
import { messageOf } from '../logic/problems.ts';

interface Toast { message: string; bad: boolean; undo: (() => Promise<unknown>) | null }
export const toast = $state<{ now: Toast | null }>({ now: null });
const STAYS = 12_000;
let timer: ReturnType<typeof setTimeout> | undefined;

function show(now: Toast): void {
  clearTimeout(timer);
  toast.now = now;
  if (!now.bad) timer = setTimeout(dismiss, STAYS);
}

export const say = (message: string, undo: Toast['undo'] = null): void => { show({ message, bad: false, undo }); };
export const complain = (error: unknown): void => { show({ message: messageOf(error), bad: true, undo: null }); };
export function dismiss(): void { clearTimeout(timer); toast.now = null; }

export async function undoLast(): Promise<void> {
  const undo = toast.now?.undo;
  if (!undo) return;
  dismiss();
  try { await undo(); say('Taken back.'); } catch (error) { complain(error); }
}
