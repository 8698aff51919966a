/** What went wrong, as the API says it (RFC 9457) or as the network does. */
/** `line` and `column` count from 1, in code points, where the field is a text of lines. */
export interface FieldError { pointer: string; code?: string; detail: string; line?: number | null; column?: number | null }
export interface ProblemBody { type?: string; title?: string; status?: number; detail?: string; errors?: FieldError[]; [more: string]: unknown }

export class Problem extends Error {
  constructor(readonly status: number, readonly body: ProblemBody) { super(sentence(status, body)); }
  get type(): string { return this.body.type ?? ''; }
  get errors(): FieldError[] { return this.body.errors ?? []; }
  /** What the API says of the field at `pointer` (JSON Pointer), or of something inside it. */
  of(pointer: string): string { return fieldError(this, pointer); }
}

/** What people call a field, by the last word of its pointer. */
const FIELDS: Record<string, string> = {
  name: 'Name', email: 'Address', phone: 'Phone', timezone: 'Time zone', country: 'Country', subdivision: 'State or region', role: 'Role',
  title: 'Title', starts_at: 'Starts', ends_at: 'Ends', url: 'Web address', at: 'When', until: 'Until', decision_on: 'They decide by',
  answer_by: 'Answer by', body: 'Text', subject: 'Subject', text: 'Note', signature: 'Signature', linkedin: 'LinkedIn',
};

/** "Address: That is no e-mail address." The pointer itself is for programs. */
function told({ pointer, detail }: FieldError): string {
  const field = FIELDS[pointer.split('/').at(-1) ?? ''];
  return field ? `${field}: ${detail}` : detail;
}

function sentence(status: number, body: ProblemBody): string {
  if (body.errors?.length) return [...new Set(body.errors.map(told))].join(' ');
  if (body.detail) return body.detail;
  if (body.title) return body.title;
  return status === 0 ? 'Afterview does not answer. Is it still running?' : `The server answered ${String(status)}.`;
}

export const unreachable = (): Problem => new Problem(0, {});

export function fieldError(error: unknown, pointer: string): string {
  if (!(error instanceof Problem)) return '';
  return error.errors.find((e) => e.pointer === pointer || e.pointer.startsWith(`${pointer}/`))?.detail ?? '';
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
