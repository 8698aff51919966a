/** The words of the API as the pages use them. */
export type Part = 'hiring_manager' | 'hr' | 'interviewer' | 'other';
export type Channel = 'person' | 'concept' | 'company';
export type StepKind = 'mail' | 'invitation' | 'call' | 'task';
export type StepState =
  | 'upcoming' | 'due' | 'overdue' | 'ready' | 'blocked' | 'paused' | 'done' | 'skipped' | 'cancelled' | 'withdrawn';

export interface Note { id: string; channel: Channel; text: string; follow_up: boolean; participant?: string }
export interface Participant {
  id: string; name: string; title: string; email: string; part: Part; notes: Note[];
  linkedin?: string | null; connected?: boolean;
}
export interface Round {
  id: string; title: string; starts_at: string; ends_at?: string | null; timezone?: string | null; participants?: string[] | null; location?: string;
}
export interface Occurrence { id: string; kind: string; at: string; [field: string]: unknown }
export interface Company { name: string; country?: string | null; subdivision?: string | null; timezone?: string | null; website?: string | null; domains?: string[] }
export interface Interview {
  id: string; version: number; company: Company; role: string;
  status?: string; participants: Participant[]; rounds: Round[]; events: Occurrence[]; updated_at?: string;
}
export interface Person { id: string; name: string; email: string }
export interface Advice { code: string; message: string; participant?: string | null; round?: string | null; pointer?: string | null }
export interface Text { subject: string; body: string }
export interface Finding { code: string; check: string; severity: 'block' | 'warn' | 'hint'; message: string; field: string | null }
export interface Step {
  key: string; rule: string | null; kind: StepKind; title: string; state: StepState;
  due_on: string | null; due_at: string | null; timezone: string | null; earliest_on: string | null; why: string;
  blocked_by: Advice[]; to: Person[]; cc: Person[];
  reason: { kind: string; event: string; text: string } | null;
  draft: (Text & { source: string; outdated: boolean }) | null;
  findings: Finding[]; preview: boolean;
  interview?: { id: string; company: string; role: string };
}
export interface Plan {
  today: string; status: string; completeness: number; advice: Advice[];
  not_planned: { rule: string; participant: string | null; why: string }[]; steps: Step[];
}
export interface Draft { generated: Text; edited: Text | null; base: Text | null; outdated: boolean }
export interface Profile {
  name: string; email: string; phone: string; timezone: string; country: string | null; signature: string; pitches: Pitch[];
}
export interface Pitch { id: string; claim: string; evidence: string; tags: string[] }
export interface Policy {
  spacing: number; soft_stop_after: number; group_mail: 'group' | 'individual'; personal_mail: string; invite_after: number;
  network: string; invite_limit: number; one_month_hiring_manager: 'no' | 'cc' | 'separate'; hr_interviewer_in_group: boolean;
  calls: 'always' | 'invited' | 'never'; first_mail_until: string;
}
export interface Suggested {
  id: string; name: string; given_name: string; family_name: string; honorific: string; title: string; email: string; part: Part; keep: boolean; why: string;
}
export interface Question { pointer: string; message: string; options: string[] }
export interface Proposal {
  kind: string; message: string; interview: Partial<Interview> & { company: Company };
  people: Suggested[]; left_out: { what: string; why: string }[]; questions: Question[]; guesses: { pointer: string; value: string; why: string }[];
}
