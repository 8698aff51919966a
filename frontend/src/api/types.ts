/** The words of the API as the pages use them: names for what the contract describes. */
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];
export type Advice = Schemas['RemarkOut'];
export type Bookmark = Schemas['BookmarkOut'];
export type Company = Schemas['CompanyOut'];
export type Compensation = Schemas['CompensationOut'];
export type Draft = Schemas['DraftOut'];
/** `span` counts code points of `field`: `logic/spans.ts` turns it into what a page counts. */
export type Finding = Omit<Schemas['FindingOut'], 'span'> & { span: number[] | null };
export type Interview = Schemas['InterviewOut'];
export type InterviewItem = Schemas['InterviewItem'];
export type InterviewIn = Schemas['InterviewIn'];
export type InterviewPatch = Schemas['InterviewPatch'];
export type Note = Schemas['NoteItem'];
export type NewNote = Schemas['NoteNew'];
export type Occurrence = Schemas['EventItem'];
export type NewOccurrence = Schemas['EventIn'];
export type Override = Schemas['OverrideOut'];
export type Participant = Schemas['ParticipantOut'];
export type PastText = Schemas['PastText'];
export type PastTexts = Schemas['PastTexts'];
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
/** What a file says: nothing to plan from is in it where it has no interview. */
export type Reading = Omit<Proposal, 'interview'> & { interview: Proposal['interview'] | null };
export type Question = Schemas['QuestionOut'];
export type Round = Schemas['RoundOut'];
export type RoundBody = Schemas['RoundIn'];
export type NewState = Schemas['StateIn'];
/** A step, with its interview where the list holds those of many. */
export type Step = Omit<Schemas['StepOut'], 'findings'> & { findings: Finding[]; interview?: Schemas['InterviewRef'] };
export type Suggested = Schemas['SuggestedOut'];
export type Text = Schemas['TextOut'];

export type Change = Schemas['ChangeOut'];
export type Preview = Omit<Schemas['PreviewOut'], 'added' | 'removed' | 'moved'> & { added: Step[]; removed: Step[]; moved: { before: Step; after: Step }[] };
export type PastTemplate = Schemas['PastTemplate'];
export type Sample = Omit<Schemas['SampleOut'], 'findings'> & { findings: Finding[] };
export type Template = Schemas['TemplateOut'];
export type TemplateName = Schemas['TemplateName'];
export type Supposed = Partial<Schemas['PreviewIn']>;

export type Channel = Note['channel'];
export type NoteText = Pick<Note, 'channel' | 'text' | 'follow_up' | 'round'>;
export type Part = Participant['part'];
export type StepKind = Step['kind'];
export type StepState = Step['state'];
