/** Puts the answer to a question of the importer where its pointer says. */
import type { Question } from '../api/types.ts';
import type { Form } from './proposal.ts';

/** The form with the answer in it and without the question. */
export function answer(form: Form, question: Question, value: string): Form {
  if (!value) return form;
  const [, list, index] = question.pointer.split('/');
  const rest = form.questions.filter((q) => q !== question);
  if (question.pointer === '/role') return { ...form, role: value, questions: rest };
  if (question.pointer.startsWith('/company/name')) return { ...form, company: value, questions: rest };
  if (question.pointer.startsWith('/company/country')) return { ...form, country: value, questions: rest };
  if (list !== 'rounds' && !question.pointer.includes('timezone')) return { ...form, questions: rest };
  const rounds = form.rounds.map((r, i) => (index === undefined || i === Number(index) || list !== 'rounds' ? { ...r, zone: value } : r));
  return { ...form, rounds, questions: rest };
}
