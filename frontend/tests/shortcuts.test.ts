import { afterEach, expect, it } from 'vitest';
import { Keys, moveAmong } from '../src/logic/shortcuts.ts';

const press = (keys: Keys, key: string, now = 0, target: HTMLElement = document.body) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true });
  Object.defineProperty(event, 'target', { value: target });
  return keys.press(event, now);
};
afterEach(() => { document.body.innerHTML = ''; });

it('two keys within a second are one shortcut', () => {
  const keys = new Keys();
  expect(press(keys, 'g', 1000)).toBeUndefined();
  expect(press(keys, 'i', 1500)?.go).toBe('/interviews');
  press(keys, 'g', 3000);
  expect(press(keys, 'i', 4001)).toBeUndefined();
});
it('a single key works at once, but not while somebody types', () => {
  expect(press(new Keys(), '?')?.act).toBe('help');
  expect(press(new Keys(), 'n', 0, document.createElement('textarea'))).toBeUndefined();
});
it('moves the focus among links and stops at the ends', () => {
  document.body.innerHTML = '<a href="/1">1</a><a href="/2">2</a>';
  const links = [...document.querySelectorAll('a')];
  moveAmong(links, 1); expect(document.activeElement).toBe(links[0]);
  moveAmong(links, 1); moveAmong(links, 1); expect(document.activeElement).toBe(links[1]);
  moveAmong(links, -1); expect(document.activeElement).toBe(links[0]);
});
