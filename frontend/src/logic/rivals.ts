/** The text that could stand in the place of mine: as something has to be decided, or as I like to see it. */
import type { Draft, Text } from '../api/types.ts';
import { lined, sameText } from './texts.ts';

type Known = Pick<Draft, 'generated' | 'base' | 'outdated'>;
/** Why there are two texts: the facts changed under mine, or somebody else saved first. `base`: where both began. */
export interface Rival { why: 'facts' | 'elsewhere'; text: Text; base: Text }

/** `theirs`: what somebody else saved; `common`: what they and I last agreed on. */
export function rivalOf(draft: Known | null, theirs: Text | null, common: Text | null): Rival | null {
  if (theirs) return { why: 'elsewhere', text: lined(theirs), base: common ?? lined(theirs) };
  const { outdated, generated, base } = draft ?? {};
  return outdated && generated ? { why: 'facts', text: lined(generated), base: lined(base ?? generated) } : null;
}

/** The generated text, where mine is another one. */
export function unlike(draft: Known | null, mine: Text): Text | null {
  const text = draft?.generated && lined(draft.generated);
  return text && !sameText(text, mine) ? text : null;
}
