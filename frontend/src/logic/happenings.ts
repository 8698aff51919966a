/** What can be told of an interview: one line per kind of event, with the fields its form asks for. */
import type { NewOccurrence, Occurrence } from '../api/types.ts';
import { dayLabel } from './days.ts';

export type FieldKind = 'person' | 'people' | 'day' | 'line' | 'text' | 'yes' | 'round' | 'way';
export interface Ask { name: string; kind: FieldKind; label: string; needed?: boolean; hint?: string }
export interface Happening { kind: Occurrence['kind']; label: string; group: string; asks: Ask[] }

const who = (label: string): Ask => ({ name: 'participant', kind: 'person', label, needed: true });
const decision: Ask = { name: 'decision_on', kind: 'day', label: 'They decide by', hint: 'If they named a day. Reminders wait for it.' };
const line = (name: string, label: string, hint = ''): Ask => ({ name, kind: 'line', label, hint });
const money = [line('base', 'Base salary', 'As they put it'), line('home_expenses', 'Home expenses'), line('benefits', 'Benefits')];
export const CALL_ASKS: Ask[] = [
  { name: 'progress', kind: 'text', label: 'How am I doing?', hint: 'What do they say about you so far?' },
  { name: 'req_status', kind: 'text', label: 'Where does the position stand?', hint: 'Still open, on hold, more interviews to come?' },
  { name: 'competition', kind: 'text', label: 'How is the competition doing?', hint: 'How many others, and how far are they?' },
  decision,
];

export const HAPPENINGS: Happening[] = [
  { kind: 'reply', group: 'They wrote or called', label: 'A reply', asks: [who('Who replied?'), { name: 'summary', kind: 'text', label: 'What did they say?' }, decision] },
  { kind: 'call', group: 'They wrote or called', label: 'A call', asks: [who('With whom?'), { name: 'direction', kind: 'way', label: 'Who called?' }, ...CALL_ASKS] },
  { kind: 'decision_date', group: 'They wrote or called', label: 'A date for the decision', asks: [{ ...decision, needed: true }] },
  { kind: 'invitation_accepted', group: 'They wrote or called', label: 'Invitation accepted', asks: [who('Who accepted?')] },
  { kind: 'invitation_declined', group: 'They wrote or called', label: 'Invitation declined', asks: [who('Who declined?')] },
  { kind: 'mail_sent', group: 'I did', label: 'A mail outside the plan', asks: [
    { name: 'to', kind: 'people', label: 'To', needed: true }, { name: 'cc', kind: 'people', label: 'Copy to' }, line('subject', 'Subject')] },
  { kind: 'absence', group: 'Something changed', label: 'Somebody is away', asks: [who('Who?'), { name: 'until', kind: 'day', label: 'Last day away', needed: true }] },
  { kind: 'bounce', group: 'Something changed', label: 'A mail came back', asks: [who('Whose address?'), line('address', 'Address', 'Only if it is not the one above')] },
  { kind: 'no_show', group: 'Something changed', label: 'They did not call or come', asks: [who('Who?')] },
  { kind: 'news', group: 'Something changed', label: 'News of the company', asks: [{ ...line('title', 'What happened?'), needed: true }, line('url', 'Where it stands', 'A web address')] },
  { kind: 'competitor_failed', group: 'Something changed', label: 'Another candidate failed', asks: [{ name: 'why', kind: 'text', label: 'Why?', needed: true, hint: 'Only you see this. No mail ever mentions it.' },
    { name: 'told_by', kind: 'person', label: 'Who told you?' }] },
  { kind: 'on_hold', group: 'Stop and go', label: 'The process is on hold', asks: [{ name: 'until', kind: 'day', label: 'Until', hint: 'Leave empty if nobody knows' }] },
  { kind: 'no_contact', group: 'Stop and go', label: 'They want no more contact', asks: [{ ...who('Who?'), needed: false, hint: 'Nobody chosen: the whole company' }] },
  { kind: 'resumed', group: 'Stop and go', label: 'It goes on', asks: [] },
  { kind: 'offer', group: 'How it ended', label: 'An offer', asks: [...money, line('currency', 'Currency'), { name: 'answer_by', kind: 'day', label: 'Answer by' }] },
  { kind: 'offer_accepted', group: 'How it ended', label: 'I accepted the offer', asks: [] },
  { kind: 'offer_declined', group: 'How it ended', label: 'I declined the offer', asks: [] },
  { kind: 'rejection', group: 'How it ended', label: 'A rejection', asks: [
    { name: 'reason', kind: 'text', label: 'Their reason, if they gave one' }, { name: 'still_open', kind: 'yes', label: 'I would still like to join them' }] },
  { kind: 'withdrawal', group: 'How it ended', label: 'I withdrew', asks: [] },
];
export const GROUPS_OF_HAPPENINGS = [...new Set(HAPPENINGS.map((h) => h.group))];

const OTHER: Record<string, string> = { task_done: 'Task done', invitation_sent: 'Invitation sent', round_cancelled: 'Round cancelled' };

/** "A reply: Priya Nair, They decide on Friday". */
export function tell(event: Occurrence, nameOf: (id: string) => string, today: string): string {
  const known = HAPPENINGS.find((h) => h.kind === event.kind);
  const mail = event.kind === 'mail_sent' ? 'Mail sent' : undefined;
  const head = mail ?? known?.label ?? OTHER[event.kind] ?? event.kind;
  const people = [event.participant, event.round, ...(Array.isArray(event.to) ? event.to : [])].filter((x): x is string => typeof x === 'string').map(nameOf);
  const days = [['decision_on', 'decision by'], ['until', 'until'], ['answer_by', 'answer by']] as const;
  const dated = days.filter(([f]) => typeof event[f] === 'string').map(([f, word]) => `${word} ${dayLabel(String(event[f]), today)}`);
  return [head, [...people, ...dated].join(', ')].filter(Boolean).join(': ');
}

/** The words somebody wrote down with it, if any. */
export const wordsOf = (event: Occurrence): string[] =>
  ['subject', 'summary', 'title', 'progress', 'req_status', 'competition', 'why', 'reason', 'base', 'benefits', 'address']
    .map((f) => (event as Record<string, unknown>)[f]).filter((v): v is string => typeof v === 'string' && v !== '');

/** What must be ticked and is not: no browser asks for that by itself. */
export const unticked = ({ asks }: Happening, answers: Record<string, unknown>): string =>
  asks.some(({ name, kind, needed }) => kind === 'people' && needed && !(answers[name] as string[] | undefined)?.length)
    ? 'Tick at least one person to whom it went.' : '';

const given = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined && String(value).trim() !== '');
/** Whether all that must be said is said. */
export const answered = ({ asks }: Happening, answers: Record<string, unknown>): boolean =>
  asks.every(({ name, needed }) => !needed || given(answers[name]));

/** The body to send: empty answers are left out. */
export function eventBody(happening: Happening, at: string, answers: Record<string, unknown>): NewOccurrence {
  const said = happening.asks.map(({ name }) => [name, answers[name]] as const)
    .filter(([, v]) => v !== '' && v !== undefined && !(Array.isArray(v) && v.length === 0));
  return { kind: happening.kind, at, ...Object.fromEntries(said) };
}
