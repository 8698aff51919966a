/** The example candidate, stored like anybody's: an on-site yesterday, with the people of every example of this project. */
import { patchProfile, readProfile } from '../api/candidate.ts';
import { createInterview } from '../api/interviews.ts';
import { addDays } from '../logic/days.ts';
import { toInterview } from '../logic/router.ts';
import { ownZone } from '../logic/zones.ts';
import { refreshKnown } from './known.svelte.ts';

const PROFILE = {
  name: 'Alex Rivera', email: 'alex@example.org', phone: '+1 555 0100',
  pitches: [
    { id: 'latency', claim: 'I make slow systems fast', evidence: 'cut checkout latency from 900 to 120 ms at Initech', tags: ['performance'] },
    { id: 'teams', claim: 'I make new people useful in weeks', evidence: 'brought five engineers on call within a month', tags: ['team'] },
  ],
};

const people = [
  { id: 'dana', name: 'Dana Whitcombe', title: 'Director of Platform', email: 'dana@acme.example', part: 'hiring_manager',
    notes: [{ channel: 'concept', text: 'moving billing off the monolith without a freeze' }] },
  { id: 'priya', name: 'Priya Nair', title: 'Recruiter', email: 'priya@acme.example', part: 'hr' },
  { id: 'sam', name: 'Sam Okafor', title: 'Principal Engineer', email: 'sam@acme.example', part: 'interviewer',
    notes: [{ channel: 'person', text: 'restores old sailing boats', follow_up: true }, { channel: 'concept', text: 'error budgets that teams believe in' }] },
  { id: 'lee', name: 'Lee Brandt', title: 'Engineering Manager', email: 'lee@acme.example', part: 'interviewer' },
];

const interview = (day: string): object => ({
  company: { name: 'Acme', country: 'US', subdivision: 'NY', timezone: 'America/New_York' },
  role: 'Staff Engineer',
  participants: people,
  rounds: [{ id: 'onsite', title: 'On-site', starts_at: `${day}T14:00:00Z`, ends_at: `${day}T19:00:00Z`, timezone: 'America/New_York', participants: ['dana', 'sam', 'lee'] }],
  events: [],
});

/** Stores the example and answers the address of its plan. A profile that somebody filled in stays. */
export async function showExample(today: string): Promise<string> {
  const profile = await readProfile();
  if (!profile.value.name) await patchProfile(profile.etag, { ...PROFILE, timezone: profile.value.timezone || ownZone() });
  const made = await createInterview(interview(addDays(today, -1)));
  await refreshKnown();
  return toInterview(made.id);
}
