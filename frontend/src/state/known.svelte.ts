/** The interviews in the side bar. */
import { listInterviews } from '../api/interviews.ts';
import type { Interview } from '../api/types.ts';

export const known = $state<{ interviews: Interview[]; loaded: boolean }>({ interviews: [], loaded: false });

export async function refreshKnown(): Promise<void> {
  known.interviews = await listInterviews();
  known.loaded = true;
}
