/** Texts as they are compared and measured. */
import type { Text } from '../api/types.ts';

const MOST = 20_000;
/** In characters as the API counts them: Unicode code points. */
export const tooLong = ({ body }: Text): boolean => body.length > MOST && Array.from(body).length > MOST;
export const TOO_LONG = 'This text is longer than 20,000 characters: shorten it; it is kept in this browser meanwhile.';

export const sameText = (a: Text | null, b: Text): boolean => a?.subject === b.subject && a.body === b.body;
/** Line ends as a text area has them, so that places in the text are the same on both sides. */
export const lined = ({ subject, body }: Text): Text => ({ subject, body: body.replace(/\r\n?/g, '\n') });
