/** A mail for the person's own mail program (RFC 6068). Longer addresses than this are cut by some of them. */
export const LONGEST = 1900;
const enc = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const list = (addresses: string[]): string => addresses.map((a) => enc(a).replace(/%40/g, '@')).join(',');

export interface Mail { to: string[]; cc: string[]; subject: string; body: string }

export function mailto(mail: Mail): string {
  const fields = [
    mail.cc.length ? `cc=${list(mail.cc)}` : '',
    mail.subject ? `subject=${enc(mail.subject)}` : '',
    mail.body ? `body=${enc(mail.body.replace(/\r?\n/g, '\r\n'))}` : '',
  ].filter(Boolean);
  return `mailto:${list(mail.to)}${fields.length ? `?${fields.join('&')}` : ''}`;
}

export const fits = (url: string): boolean => url.length <= LONGEST;

/** Characters as a person counts them: code points, as the server does. */
export const countOf = (text: string): number => [...text].length;
