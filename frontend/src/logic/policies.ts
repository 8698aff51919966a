/** The policy in plain words: what each choice does, and what holds if nobody chooses. */
import type { Policy } from '../api/types.ts';

type Name = keyof Policy;
export type Rule =
  | { name: Name; label: string; hint: string; kind: 'number'; min: number; max: number; fallback: number }
  | { name: Name; label: string; hint: string; kind: 'choice'; options: [string, string][]; fallback: string }
  | { name: Name; label: string; hint: string; kind: 'yes'; fallback: boolean }
  | { name: Name; label: string; hint: string; kind: 'line' | 'time'; fallback: string };

export const RULES: Rule[] = [
  { name: 'spacing', kind: 'number', min: 5, max: 30, fallback: 5, label: 'Business days between reminders', hint: 'Five is the least: they have jobs. More is politer still.' },
  { name: 'soft_stop_after', kind: 'number', min: 0, max: 10, fallback: 2, label: 'Unanswered reminders before Afterview asks', hint: 'After that the plan pauses and asks whether to go on.' },
  { name: 'group_mail', kind: 'choice', fallback: 'group', options: [['group', 'One mail to all of them'], ['individual', 'One mail to each']], label: 'Thanks to the other interviewers', hint: 'One mail to the group; or one each, if they would compare.' },
  { name: 'first_mail_until', kind: 'time', fallback: '20:00', label: 'Latest hour for a mail on the day itself', hint: 'An interview that ends later is answered the next business day.' },
  { name: 'calls', kind: 'choice', fallback: 'always', options: [['always', 'Plan them'], ['invited', 'Only if they invited me'], ['never', 'Never']], label: 'Calls to HR', hint: 'Only HR is ever called, and a mail backs up each call.' },
  { name: 'network', kind: 'line', fallback: 'LinkedIn', label: 'Professional network', hint: 'A single one, where everybody you met is invited.' },
  { name: 'invite_after', kind: 'number', min: 0, max: 30, fallback: 0, label: 'Business days before an invitation', hint: 'Zero: on the day of the first mails.' },
  { name: 'invite_limit', kind: 'number', min: 50, max: 2000, fallback: 200, label: 'Characters in an invitation', hint: '200 with a free account, 300 with a paid one.' },
  { name: 'one_month_hiring_manager', kind: 'choice', fallback: 'no', options: [['no', 'Not to the hiring manager'], ['cc', 'Hiring manager in copy'], ['separate', 'A mail of their own']], label: 'The mail a month after a rejection', hint: 'It always goes to HR.' },
  { name: 'hr_interviewer_in_group', kind: 'yes', fallback: false, label: 'HR who interviewed me gets the group mail too', hint: 'Otherwise HR is only copied on the mail to the hiring manager.' },
];
