/** A text that no server has and whose step left the plan meanwhile: once it is saved the step is back, with it. */
import { putDraft } from '../api/steps.ts';
import { leftBehind, unsaved } from '../logic/leftovers.ts';
import { livingTabs, thisTab } from './tab.ts';

/** Whether there was one. */
export async function rescue(id: string, key: string): Promise<boolean> {
  const left = leftBehind(localStorage, unsaved(id, key), await thisTab(), await livingTabs());
  if (!left) return false;
  const { subject, body, base = null } = left.text;
  await putDraft(id, key, { subject, body, base }, '*');
  localStorage.removeItem(left.name);
  return true;
}
