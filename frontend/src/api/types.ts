/** The words of the API as the pages use them: names for what the contract describes. */
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];
export type Advice = Schemas['RemarkOut'];
export type Bookmark = Schemas['BookmarkOut'];
export type Company = Schemas['CompanyOut'];
export type Compensation = Schemas['CompensationOut'];
export type Draft = Schemas['DraftOut'];
/** Where in the text it is (`span`) is not shown yet. */
export type Finding = Omit<Schemas['FindingOut'], 'span'>;
export type Interview = Schemas['InterviewOut'];
export type InterviewItem = Schemas['InterviewItem'];
export type InterviewIn = Schemas['InterviewIn'];
export type InterviewPatch = Schemas['InterviewPatch'];
export type Note = Schemas['NoteItem'];
export type NewNote = Schemas['NoteNew'];
export type Occurrence = Schemas['EventItem'];
export type NewOccurrence = Schemas['EventIn'];
export type Participant = Schemas['ParticipantOut'];
export type Person = Schemas['PersonOut'];
export type PersonBody = Schemas['ParticipantIn'];
export type Pitch = Schemas['PitchIn'];
export type Plan = Omit<Schemas['PlanOut'], 'steps'> & { steps: Step[] };
export type Policy = Schemas['PolicyOut'];
export type Profile = Schemas['ProfileOut'];
/** What is proposed may lack what the questions ask for. */
export type Proposal = Omit<Schemas['ProposalOut'], 'interview'> & {
  interview: { company: Schemas['CompanyIn']; role?: string; rounds?: Partial<RoundBody>[] };
};
export type Question = Schemas['QuestionOut'];
export type Round = Schemas['RoundOut'];
export type RoundBody = Schemas['RoundIn'];
export type NewState = Schemas['StateIn'];
/** A step, with its interview where the list holds those of many. */
export type Step = Omit<Schemas['StepOut'], 'findings'> & { findings: Finding[]; interview?: Schemas['InterviewRef'] };
export type Suggested = Schemas['SuggestedOut'];
export type Text = Schemas['TextOut'];

export type Channel = Note['channel'];
export type NoteText = Pick<Note, 'channel' | 'text' | 'follow_up'>;
export type Part = Participant['part'];
export type StepKind = Step['kind'];
export type StepState = Step['state'];
