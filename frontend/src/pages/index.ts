/** The pages, each of which comes when somebody goes there; Today is in the first load, as most visits begin there. */
import type { PageName } from '../logic/router.ts';
import Today from './Today.svelte';

/** What a page may be told: which interview, which of its tabs, which step or template. Each takes what it needs. */
export interface PageProps { id: string; tab: string; key: string }
type Load = () => Promise<{ default: unknown }>;
const interview: Load = () => import('./Interview.svelte');

export const pages: Record<PageName, Load> = {
  today: () => Promise.resolve({ default: Today }),
  interviews: () => import('./Interviews.svelte'),
  create: () => import('./NewInterview.svelte'),
  timeline: interview, people: interview, rounds: interview, events: interview,
  step: () => import('./StepPage.svelte'),
  settings: () => import('./Settings.svelte'),
  templates: () => import('./Templates.svelte'),
  template: () => import('./TemplatePage.svelte'),
  missing: () => import('./Missing.svelte'),
};
