/** The rounds that a note on somebody can belong to. */
import type { Interview, Round } from '../api/types.ts';

type Known = Pick<Interview, 'rounds' | 'participants' | 'events'>;

function met({ participants }: Known, pid: string, round: Round): boolean {
  return round.participants?.includes(pid) ?? participants.some(({ id, part }) => id === pid && part !== 'other');
}

/** Those in which somebody was met, in order; all of them of who was in none. What was cancelled said nothing. */
export function sittingsWith(interview: Known, pid: string): Round[] {
  const cancelled = new Set(interview.events.filter(({ kind }) => kind === 'round_cancelled').map(({ round }) => round));
  const held = interview.rounds.filter(({ id }) => !cancelled.has(id)).sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at));
  const theirs = held.filter((round) => met(interview, pid, round));
  return theirs.length ? theirs : held;
}

/** The latest that has begun, else the first to come: what is noted now was most likely said there. */
export const latestHeld = (rounds: Round[], now: number): Round | undefined =>
  rounds.findLast(({ starts_at }) => Date.parse(starts_at) <= now) ?? rounds[0];
