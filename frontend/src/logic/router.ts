/** Addresses of the pages. A pattern's `:name` is one piece of the path. */
export const PAGES = {
  today: '/', interviews: '/interviews', create: '/interviews/new', timeline: '/interviews/:id', people: '/interviews/:id/people',
  rounds: '/interviews/:id/rounds', events: '/interviews/:id/events', step: '/interviews/:id/steps/:key', settings: '/settings',
  templates: '/settings/templates', template: '/settings/templates/:key',
} as const;
export type PageName = keyof typeof PAGES | 'missing';
export interface Place { page: PageName; params: Record<string, string> }

function matches(pattern: string, path: string): Record<string, string> | null {
  const want = pattern.split('/'), have = path.split('/');
  if (want.length !== have.length) return null;
  const params: Record<string, string> = {};
  const same = want.every((piece, i) => {
    const value = have[i] ?? '';
    if (!piece.startsWith(':')) return piece === value;
    params[piece.slice(1)] = decodeURIComponent(value);
    return value !== '';
  });
  return same ? params : null;
}

export function placeOf(path: string): Place {
  const clean = path.replace(/(?<=.)\/+$/, '');
  for (const [page, pattern] of Object.entries(PAGES)) {
    const params = matches(pattern, clean);
    if (params) return { page: page as PageName, params };
  }
  return { page: 'missing', params: {} };
}

const piece = encodeURIComponent;
export const toInterview = (id: string, tab = ''): string => `/interviews/${piece(id)}${tab ? `/${tab}` : ''}`;
export const toStep = (id: string, key: string): string => `/interviews/${piece(id)}/steps/${piece(key)}`;
export const toTemplate = (kind: string): string => `/settings/templates/${piece(kind)}`;
