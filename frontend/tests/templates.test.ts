import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Template } from '../src/api/types.ts';
import { grouped, placeOf, uses } from '../src/logic/templates.ts';
import { TemplateText, keptTemplate } from '../src/state/template.svelte.ts';

const original = { subject: '{{ subject }}', body: '{{ greeting }}\n\n{{ closing }}' };
const template = (some: Partial<Template> = {}): Template => ({
  kind: 'decline', title: 'Declining an offer', ...original, is_own: false, original, names: [], version: 0, updated_at: null, ...some });
let stored: Template;

/** A server that holds one template and knows versions. */
function answer(request: Request): Promise<Response> {
  const reply = (status: number, body: object | null) =>
    new Response(body && JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ETag: `"${String(stored.version)}"` } });
  if (request.method === 'GET') return Promise.resolve(reply(200, stored));
  const known = request.headers.get('If-Match');
  if (known !== '*' && known !== `"${String(stored.version)}"`) return Promise.resolve(reply(412, { title: 'Stale' }));
  if (request.method === 'DELETE') { stored = template({ version: stored.version + 1 }); return Promise.resolve(reply(204, null)); }
  return request.json().then((text: object) => { stored = template({ ...text, is_own: true, version: stored.version + 1 }); return reply(200, stored); });
}
beforeEach(() => { stored = template(); vi.stubGlobal('fetch', answer); });
afterEach(() => { vi.unstubAllGlobals(); localStorage.clear(); });
const opened = async (): Promise<TemplateText> => { const one = new TemplateText('decline'); await one.load(); return one; };

it('what is not saved is there after a reload, and forgotten once it is saved', async () => {
  (await opened()).write({ body: 'Mine.' });
  const again = await opened();
  expect([again.text.body, again.dirty]).toEqual(['Mine.', true]);
  await again.save();
  expect([stored.body, again.dirty, keptTemplate('decline')]).toEqual(['Mine.', false, null]);
});
it('what is typed while it is saved stays unsaved, not lost', async () => {
  const one = await opened();
  one.write({ body: 'Mine.' });
  const saving = one.save();
  one.write({ body: 'Mine, longer.' });
  await saving;
  expect([stored.body, one.text.body, keptTemplate('decline')?.body]).toEqual(['Mine.', 'Mine, longer.', 'Mine, longer.']);
});
it('of two templates neither is lost: who saves second sees both', async () => {
  const one = await opened();
  one.write({ body: 'Mine.' });
  stored = template({ body: 'Theirs.', is_own: true, version: 1 });
  await one.save();
  expect([one.theirs?.body, one.text.body, stored.body]).toEqual(['Theirs.', 'Mine.', 'Theirs.']);
  await one.keepMine();
  expect([one.theirs, stored.body]).toEqual([null, 'Mine.']);
});
it('what was left unsaved on an older version is shown beside the newer one', async () => {
  (await opened()).write({ body: 'Mine.' });
  stored = template({ body: 'Theirs.', is_own: true, version: 1 });
  const again = await opened();
  expect([again.theirs?.body, again.text.body]).toEqual(['Theirs.', 'Mine.']);
  again.takeTheirs();
  expect([again.text.body, again.dirty]).toEqual(['Theirs.', false]);
});
it('the way back from the original brings what was saved and what was not', async () => {
  const one = await opened();
  one.write({ body: 'Saved.' });
  await one.save();
  one.write({ body: 'Not saved.' });
  const back = await one.reset();
  expect([stored.is_own, one.text.body, one.dirty]).toEqual([false, original.body, false]);
  await back();
  expect([stored.body, one.text.body, one.dirty]).toEqual(['Saved.', 'Not saved.', true]);
});
it('leaving the changes can be taken back', async () => {
  const one = await opened();
  one.write({ body: 'Mine.' });
  expect([one.leave().body, one.text.body, keptTemplate('decline')]).toEqual(['Mine.', original.body, null]);
});

it.each([
  ['a {{ name }} b', 1, 3, '{{ name }}'], ['😀 {{ name }}', 1, 3, '{{ name }}'], ['one\ntwo {% if x %}', 2, 5, '{% if x %}'],
  ['one\n{{ closin', 2, 4, 'closin'], ['one\ntwo', 2, 99, 'o'], ['one\ntwo', 9, 1, 'two'], ['', 1, 1, ''],
])('%j, line %i, column %i is %j', (text, line, column, found) => {
  expect(text.slice(...placeOf(text, line, column))).toBe(found);
});
it('a name is used where it stands in a place or a condition, not where it is a word', () => {
  const text = { subject: '{{ subject }}', body: 'phone {{ points|upper }} {% if company == "role" %}x{% endif %}' };
  expect(['subject', 'points', 'company', 'phone', 'point', 'role'].map((name) => uses(text, name))).toEqual([true, true, true, false, false, false]);
});
it('each kind has its group, and one that nobody sorted comes last', () => {
  const groups = grouped(['new-kind', 'group', 'roster.ask', 'hiring-manager'].map((kind) => template({ kind })));
  expect(groups.map((g) => g.templates.map((t) => t.kind))).toEqual([['roster.ask'], ['hiring-manager', 'group'], ['new-kind']]);
});
