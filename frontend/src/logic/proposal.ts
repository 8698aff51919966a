/** Between what the importer proposes, what the form holds, and what `POST /interviews` takes. */
import type { InterviewIn, Part, PersonBody, Proposal, Question, Round, RoundBody, Suggested } from '../api/types.ts';
import { daysBetween } from './days.ts';
import { instantOf, wallClock } from './zones.ts';

export interface PersonField { row: number; keep: boolean; name: string; title: string; email: string; part: Part; why: string; source?: Suggested }
export interface RoundField { row: number; id?: string | null; title: string; start: string; end: string; zone: string; location: string; met: string[] }
export interface Form {
  company: string; country: string; subdivision: string; domains: string[]; role: string; people: PersonField[]; rounds: RoundField[];
  guesses: Record<string, string>; leftOut: Proposal['left_out']; questions: Question[];
}

let rows = 0;
const row = (): number => (rows += 1);
export const emptyPerson = (part: Part = 'interviewer'): PersonField => ({ row: row(), keep: true, name: '', title: '', email: '', part, why: '' });
export const emptyRound = (zone: string): RoundField => ({ row: row(), title: 'Interview', start: '', end: '', zone, location: '', met: [] });

export const emptyForm = (zone: string): Form => ({
  company: '', country: '', subdivision: '', domains: [], role: '', rounds: [emptyRound(zone)],
  people: [emptyPerson('hiring_manager'), emptyPerson('hr'), emptyPerson()], guesses: {}, leftOut: [], questions: [],
});

/** The same form with rows of this visit: what was kept over a reload must not share numbers with new lines. */
export const renumbered = (form: Form): Form => ({
  ...form, people: form.people.map((p) => ({ ...p, row: row() })), rounds: form.rounds.map((r) => ({ ...r, row: row() })),
});

const LONG_AGO = 60;
/** The day of the last round, if that was so long ago that the file may be the wrong one. */
export function longAgo(form: Form, today: string): string | null {
  const last = form.rounds.map((r) => r.start.slice(0, 10)).filter(Boolean).sort().at(-1);
  return last && daysBetween(last, today) > LONG_AGO ? last : null;
}

/** A round as a form shows it, on the clock of its zone; what is `asked` stays empty until somebody answers. */
export function roundField(round: Partial<Round | RoundBody>, ownZone: string, asked: (field: string) => boolean = () => false): RoundField {
  const zone = asked('timezone') ? '' : round.timezone || ownZone;
  const clock = (at: string | null | undefined): string => {
    if (!at || asked('starts_at')) return '';
    return zone && /(Z|[+-]\d\d:\d\d)$/.test(at) ? wallClock(at, zone) : at.slice(0, 16);
  };
  const { id, title = '', location = '', participants } = round;
  return { row: row(), id, title, start: clock(round.starts_at), end: clock(round.ends_at), zone, location, met: participants ?? [] };
}

export function formOf({ interview, people, guesses, left_out, questions }: Proposal, zone: string): Form {
  const { company, role = '', rounds = [] } = interview;
  const asked = (i: number) => (field: string) => questions.some((q) => q.pointer === `/rounds/${String(i)}/${field}`);
  return {
    company: company.name, country: company.country ?? '', subdivision: company.subdivision ?? '', domains: company.domains ?? [], role,
    people: people.map((p) => ({ row: row(), keep: p.keep, name: p.name, title: p.title, email: p.email, part: p.part, why: p.why, source: p })),
    rounds: rounds.map((r, i) => roundField(r, zone, asked(i))),
    guesses: Object.fromEntries(guesses.map((g) => [g.pointer, g.why])), leftOut: left_out, questions,
  };
}

/** The questions that the form does not answer yet. */
export function unanswered(form: Form): Question[] {
  return form.questions.filter(({ pointer }) => {
    if (pointer === '/company/name') return !form.company.trim();
    if (pointer === '/role') return !form.role.trim();
    const [, list, index, field] = pointer.split('/');
    const round = list === 'rounds' ? form.rounds[Number(index)] : undefined;
    return round !== undefined && (field === 'timezone' ? !round.zone : !round.start);
  });
}

const given = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== '' && v !== undefined && v !== null)) as Partial<T>;

/** A round as the API takes it; its id goes into the address. Nobody ticked means everybody. */
export const roundBody = ({ title, start, end, zone, location, met }: RoundField): RoundBody => ({
  title, starts_at: instantOf(start, zone), ends_at: end ? instantOf(end, zone) : null, timezone: zone, location,
  participants: met.length ? met : null,
});

/** People who are ticked and have a name or an address; empty lines of the form are no people. */
export const kept = (form: Form): PersonField[] => form.people.filter((p) => p.keep && (p.name.trim() || p.email.trim()));

/** The names that the file gave apart are kept only while nobody has corrected the whole one. */
function participant({ name, title, email, part, source }: PersonField): PersonBody {
  const same = source?.name === name ? { given_name: source.given_name, family_name: source.family_name, honorific: source.honorific } : {};
  return { ...given({ id: source?.id, ...same, title: title.trim(), email: email.trim() }), name: name.trim() || email.trim(), part };
}

export function bodyOf(form: Form): InterviewIn {
  const { company, country, subdivision, domains, role } = form;
  const ids = new Set(form.people.filter((p) => !p.keep).map((p) => p.source?.id));
  return {
    company: { ...given({ country, subdivision, timezone: form.rounds[0]?.zone }), name: company.trim(), domains },
    role: role.trim(),
    participants: kept(form).map(participant),
    rounds: form.rounds.filter((r) => r.start).map((r) => ({ ...given({ id: r.id }), ...roundBody({ ...r, met: r.met.filter((pid) => !ids.has(pid)) }) })),
  };
}
