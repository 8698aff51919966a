/** An invitation that was dropped on another page and waits for the form. */
import type { Proposal } from '../api/types.ts';

export const inbox = $state<{ proposal: Proposal | null; name: string }>({ proposal: null, name: '' });
