/** Between what the importer proposes, what the form holds, and what `POST /interviews` takes. */
import type { Part, Proposal, Question, Round } from '../api/types.ts';
import { instantOf, wallClock } from './zones.ts';

export interface PersonField { row: number; keep: boolean; id?: string; name: string; title: string; email: string; part: Part; why: string }
export interface RoundField { row: number; id?: string; title: string; start: string; end: string; zone: string; met?: string[] }
export interface Form {
  company: string; country: string; subdivision: string; role: string; people: PersonField[]; rounds: RoundField[];
  guesses: Record<string, string>; leftOut: Proposal['left_out']; questions: Question[];
}

let rows = 0;
const row = (): number => (rows += 1);
export const emptyPerson = (part: Part = 'interviewer'): PersonField => ({ row: row(), keep: true, name: '', title: '', email: '', part, why: '' });
export const emptyRound = (zone: string): RoundField => ({ row: row(), title: 'Interview', start: '', end: '', zone });

export const emptyForm = (zone: string): Form => ({
  company: '', country: '', subdivision: '', role: '', people: [emptyPerson('hiring_manager'), emptyPerson('hr'), emptyPerson()],
  rounds: [emptyRound(zone)], guesses: {}, leftOut: [], questions: [],
});

export function roundField(round: Partial<Round>, ownZone: string): RoundField {
  const zone = round.timezone ?? ownZone;
  const clock = (instant: string | null | undefined): string => (instant ? wallClock(instant, zone) : '');
  return { row: row(), id: round.id, title: round.title ?? '', start: clock(round.starts_at), end: clock(round.ends_at), zone, met: round.participants ?? undefined };
}

export function formOf(proposal: Proposal, zone: string): Form {
  const { company, role, rounds } = proposal.interview;
  return {
    company: company.name, country: company.country ?? '', subdivision: company.subdivision ?? '', role,
    people: proposal.people.map((p) => ({ ...p, row: row(), title: p.title ?? '' })),
    rounds: (rounds ?? []).map((r) => roundField(r, zone)),
    guesses: Object.fromEntries((proposal.guesses ?? []).map((g) => [g.pointer, g.why])),
    leftOut: proposal.left_out, questions: proposal.questions,
  };
}

const given = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== '' && v !== undefined && v !== null)) as Partial<T>;

/** A round as the API takes it; its id goes into the address. */
export const roundBody = ({ title, start, end, zone }: RoundField): Omit<Round, 'id'> => ({
  title, starts_at: instantOf(start, zone), ends_at: end ? instantOf(end, zone) : null, timezone: zone,
});

/** People who are ticked and have a name or an address; empty lines of the form are no people. */
export const kept = (form: Form): PersonField[] => form.people.filter((p) => p.keep && (p.name.trim() || p.email.trim()));

export function bodyOf(form: Form): object {
  return {
    company: given({ name: form.company.trim(), country: form.country, subdivision: form.subdivision, timezone: form.rounds[0]?.zone }),
    role: form.role.trim(),
    participants: kept(form).map(({ id, name, title, email, part }) => ({ ...given({ id, name: name.trim(), title: title.trim(), email: email.trim() }), part })),
    rounds: form.rounds.filter((r) => r.start).map((r) => given({ id: r.id, ...roundBody(r), participants: r.met })),
  };
}
