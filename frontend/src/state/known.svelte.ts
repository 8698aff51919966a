/** The interviews in the side bar. */
import { listInterviews } from '../api/interviews.ts';
import type { InterviewItem } from '../api/types.ts';

export const known = $state<{ interviews: InterviewItem[]; loaded: boolean }>({ interviews: [], loaded: false });

export async function refreshKnown(): Promise<void> {
  known.interviews = await listInterviews();
  known.loaded = true;
}
