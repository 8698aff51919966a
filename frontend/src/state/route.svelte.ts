/** Where the person is: the address bar is the truth, this is its picture. */
import { placeOf, type Place } from '../logic/router.ts';

export const route = $state<{ place: Place; moves: number }>({ place: placeOf(location.pathname), moves: 0 });

function arrive(): void {
  route.place = placeOf(location.pathname);
  route.moves += 1;
}

export function go(path: string, replace = false): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  arrive();
  if (!location.hash) scrollTo(0, 0);
}

/** Own links change the page without loading it anew; everything else stays the browser's business. */
function onclick(event: MouseEvent): void {
  const link = (event.target as Element).closest?.('a');
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
  const url = new URL(link.href, location.href);
  if (url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
  if (url.pathname === location.pathname && url.hash) return;
  event.preventDefault();
  go(url.pathname + url.search + url.hash);
}

export function startRouting(): void {
  addEventListener('popstate', arrive);
  document.addEventListener('click', onclick);
}
