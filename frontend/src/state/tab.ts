/**
 * Which tab this is: unsaved texts are kept for each by itself, so that two tabs with one draft never overwrite each other's.
 * A tab holds a lock while it lives; what a tab that is gone has left behind is taken up by the next one.
 */
const NAME = 'afterview.tab';
const lock = (id: string): string => `${NAME}/${id}`;
const fresh = (): string => Math.random().toString(36).slice(2, 10);

function remembered(): string {
  try { return sessionStorage.getItem(NAME) ?? ''; } catch { return ''; }
}

/** Holds the tab's lock for good; false when another tab has it: this one is its copy. */
const hold = (id: string): Promise<boolean> => new Promise((answer) => {
  navigator.locks.request(lock(id), { ifAvailable: true }, (got) => {
    answer(got !== null);
    return got ? new Promise<void>(() => undefined) : undefined;
  }).catch(() => { answer(true); });
});

async function identify(): Promise<string> {
  let id = remembered() || fresh();
  if ('locks' in navigator && !(await hold(id))) await hold((id = fresh()));
  try { sessionStorage.setItem(NAME, id); } catch { /* forbidden: this tab has a name for as long as it lives */ }
  return id;
}

let known: Promise<string> | null = null;
export const thisTab = (): Promise<string> => (known ??= identify());

/** The tabs that live now, this one among them. */
export async function livingTabs(): Promise<Set<string>> {
  const own = await thisTab();
  if (!('locks' in navigator)) return new Set([own]);
  const { held = [] } = await navigator.locks.query();
  return new Set([own, ...held.map(({ name = '' }) => name.slice(NAME.length + 1))]);
}
