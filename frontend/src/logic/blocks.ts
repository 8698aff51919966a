/** A refusal because of findings that block: what has to be mended, or let pass with a reason. */
import type { Finding, Override } from '../api/types.ts';
import { Problem } from './problems.ts';

/** The findings that a refusal names; empty when it is about something else. */
export function blocksOf(error: unknown): Finding[] {
  if (!(error instanceof Problem) || error.status !== 409 || !Array.isArray(error.body.findings)) return [];
  return error.body.findings as Finding[];
}

/** One reason is asked for each code: a check that finds two places is let pass once. */
export function byCode(findings: Finding[]): { code: string; messages: string[] }[] {
  const codes = [...new Set(findings.map(({ code }) => code))];
  return codes.map((code) => ({ code, messages: findings.filter((one) => one.code === code).map(({ message }) => message) }));
}

/** Everything that is let pass is sent at once: what was before, and what comes now. */
export function letting(before: Override[], reasons: Record<string, string>): Override[] {
  const now = Object.entries(reasons).map(([check, reason]) => ({ check, reason: reason.trim() })).filter(({ reason }) => reason);
  return [...before.filter(({ check }) => !now.some((one) => one.check === check)), ...now];
}
