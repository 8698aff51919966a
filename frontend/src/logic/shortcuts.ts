/** The keys of the page, as a table that the help shows and the listener walks. */
export interface Shortcut { keys: string; does: string; go?: string; act?: string }
export const SHORTCUTS: Shortcut[] = [
  { keys: 'g t', does: 'Go to Today', go: '/' },
  { keys: 'g i', does: 'Go to Interviews', go: '/interviews' },
  { keys: 'g s', does: 'Go to Settings', go: '/settings' },
  { keys: 'n', does: 'New interview', go: '/interviews/new' },
  { keys: 'j', does: 'Next step in a list', act: 'next' },
  { keys: 'k', does: 'Previous step in a list', act: 'previous' },
  { keys: 'u', does: 'Undo what was just done', act: 'undo' },
  { keys: '?', does: 'Show these shortcuts', act: 'help' },
];
/** Shown in the help; handled where they belong. */
export const IN_DRAFT: Shortcut[] = [
  { keys: 'Ctrl S', does: 'Save a draft now (it saves itself as you type)' },
  { keys: 'Ctrl Enter', does: 'Mark a draft as sent' },
  { keys: 'F8', does: 'Go to the next finding in a draft; with Shift to the one before' },
  { keys: 'Alt Enter', does: 'Mend the finding at the caret, where there is one right way' },
  { keys: 'Esc', does: 'Close a window' },
];

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Feeds keys in; answers the shortcut that they complete. A first key waits a second for the second one. */
export class Keys {
  private first = '';
  private since = 0;

  press(event: KeyboardEvent, now = Date.now()): Shortcut | undefined {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return undefined;
    const both = now - this.since < 1000 ? `${this.first} ${event.key}` : event.key;
    this.first = event.key;
    this.since = now;
    return SHORTCUTS.find((s) => s.keys === both) ?? SHORTCUTS.find((s) => s.keys === event.key);
  }
}

/** Moves the focus among the links of the steps. */
export function moveAmong(links: HTMLElement[], by: 1 | -1): void {
  const here = links.findIndex((link) => link === document.activeElement);
  const next = here < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, here + by));
  links[next]?.focus();
}
