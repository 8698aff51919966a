import { expect, it } from 'vitest';
import { placeOf, toInterview, toStep } from '../src/logic/router.ts';

it.each([
  ['/', 'today', {}], ['/interviews', 'interviews', {}], ['/interviews/', 'interviews', {}], ['/interviews/new', 'create', {}],
  ['/interviews/acme', 'timeline', { id: 'acme' }], ['/interviews/acme/people', 'people', { id: 'acme' }],
  ['/interviews/acme/steps/follow-up.1', 'step', { id: 'acme', key: 'follow-up.1' }], ['/settings', 'settings', {}],
  ['/settings/templates', 'templates', {}], ['/settings/templates/one-month.hr', 'template', { key: 'one-month.hr' }], ['/nope', 'missing', {}],
])('%s is %s', (path, page, params) => expect(placeOf(path)).toEqual({ page, params }));

it('its own addresses lead back', () => {
  expect(placeOf(toStep('a b', 'onsite.personal.sam'))).toEqual({ page: 'step', params: { id: 'a b', key: 'onsite.personal.sam' } });
  expect(placeOf(toInterview('acme', 'events')).page).toBe('events');
});
