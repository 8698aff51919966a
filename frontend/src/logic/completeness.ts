/** What is known of an interview and what is not, counted as the server counts its completeness. */
import type { Interview, Participant } from '../api/types.ts';
import { toInterview } from './router.ts';
import { names } from './words.ts';

/** `people` are those who lack it, where it is asked of each. */
export interface Gap { what: string; at: string; people: Participant[] }
interface Fact { what: string; at: string; known: boolean }
interface Asked { what: string; of: (person: Participant) => boolean | null }

const OF_EACH: Asked[] = [
  { what: 'Address', of: (p) => Boolean(p.email) },
  { what: 'Title', of: (p) => Boolean(p.title) },
  { what: 'A note', of: (p) => (p.part === 'hr' ? null : p.notes.length > 0) },
];

function facts({ id, company, rounds, participants, bookmarks }: Interview, hasPitches: boolean): Fact[] {
  const [details, round, people] = [`${toInterview(id, 'rounds')}#details`, toInterview(id, 'rounds'), toInterview(id, 'people')];
  const part = (name: Participant['part']) => participants.some((p) => p.part === name);
  return [
    { what: 'The day of the interview', at: round, known: rounds.length > 0 },
    { what: 'Who the hiring manager is', at: people, known: part('hiring_manager') },
    { what: 'Who your contact in HR is', at: people, known: part('hr') },
    { what: 'The company’s country', at: details, known: Boolean(company.country) },
    { what: 'The company’s time zone', at: details, known: Boolean(company.timezone) },
    { what: 'A page with news of the company', at: `${round}#bookmarks`, known: bookmarks.length > 0 },
    { what: 'What speaks for you', at: '/settings#pitches', known: hasPitches },
  ];
}

/** Of everything that helps: how much there is to know, and what is not known yet. */
export function gaps(interview: Interview, hasPitches: boolean): { all: number; missing: number; gaps: Gap[] } {
  const about = facts(interview, hasPitches);
  const each = OF_EACH.map(({ what, of }) => ({
    what, asked: interview.participants.filter((p) => of(p) !== null).length, people: interview.participants.filter((p) => of(p) === false),
  }));
  const open = about.filter((fact) => !fact.known).map(({ what, at }) => ({ what, at, people: [] }));
  const ofPeople = each.filter(({ people }) => people.length).map(({ what, people }) => ({ what, at: placeOf(interview.id, people), people }));
  const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
  return { all: about.length + sum(each.map((e) => e.asked)), missing: open.length + sum(each.map((e) => e.people.length)), gaps: [...open, ...ofPeople] };
}

const placeOf = (id: string, people: Participant[]): string => `${toInterview(id, 'people')}${people[0] ? `#person-${people[0].id}` : ''}`;

/** "A note on Lee Brandt", "Title of Sam Okafor and Lee Brandt", "Who your contact in HR is". */
export const nameOf = ({ what, people }: Gap): string => (people.length ? `${what} ${what === 'A note' ? 'on' : 'of'} ${names(people, 3)}` : what);
