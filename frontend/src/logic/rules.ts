/** What each rule of the article is about, for the list of what is not planned. */
const RULES: Record<string, string> = {
  R1: 'Asking HR whom you will meet', R2: 'News of the company', R3: 'Writing down what was said', R4: 'Thanks to the hiring manager',
  R5: 'Thanks to the other interviewers', R6: 'A personal mail', R7: 'Invitations', R9: 'Reminders', R10: 'Calls to HR', R11: 'The mail after a call',
  R12: 'A competitor’s failure', R13: 'Thanks after you accepted', R14: 'Negotiating an offer', R15: 'Interest after a rejection',
  R16: 'One month later', R17: 'Closing it',
};
export const ruleName = (rule: string): string => RULES[rule] ?? rule;

/** "No call with HR is recorded." */
export const asSentence = (why: string): string => `${why.charAt(0).toUpperCase()}${why.slice(1)}${/[.!?]$/.test(why) ? '' : '.'}`;
