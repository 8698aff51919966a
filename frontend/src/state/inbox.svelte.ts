/** An invitation that was dropped on another page: read, it waits for the form; unread, for the page that reads it. */
import type { Proposal } from '../api/types.ts';

export const inbox = $state<{ proposal: Proposal | null; name: string; file: File | null }>({ proposal: null, name: '', file: null });
