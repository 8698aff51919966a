/** The templates: how the text of each kind of step is put together. */
import { ask, askTagged, client, ifMatch, type Tagged } from './client.ts';
import type { PastTemplate, Sample, Template, Text } from './types.ts';

const ROOT = '/api/v1/templates/{kind}';
const of = (kind: string) => ({ path: { kind } });

export const listTemplates = async (): Promise<Template[]> => (await ask(client.GET('/api/v1/templates'))).items;
export const readTemplate = (kind: string): Promise<Tagged<Template>> => askTagged(client.GET(ROOT, { params: of(kind) }));
export const putTemplate = (kind: string, etag: string, body: Text): Promise<Tagged<Template>> =>
  askTagged(client.PUT(ROOT, { params: { ...of(kind), ...ifMatch(etag) }, body }));
/** Back to the original; what was written stays in the history. */
export const dropTemplate = (kind: string, etag: string): Promise<unknown> => ask(client.DELETE(ROOT, { params: { ...of(kind), ...ifMatch(etag) } }));
export const pastTemplates = async (kind: string): Promise<PastTemplate[]> => (await ask(client.GET(`${ROOT}/history`, { params: of(kind) }))).items;
/** What it would write for a step of `interview`, else of the first that has such a step, else of the example; stores nothing. */
export const sampleOf = (kind: string, text: Text, interview: string | null): Promise<Sample> =>
  ask(client.POST(`${ROOT}/preview`, { params: of(kind), body: { ...text, interview } })) as Promise<Sample>;
