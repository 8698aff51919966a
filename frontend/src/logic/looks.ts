/** What the editor shows beside the text that is written. */
export type Look = 'generated' | 'history';
