/** Every icon of the page, by the name the page gives it. */
import alert from 'lucide-static/icons/triangle-alert.svg?raw';
import back from 'lucide-static/icons/arrow-left.svg?raw';
import call from 'lucide-static/icons/phone.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import interviews from 'lucide-static/icons/messages-square.svg?raw';
import invitation from 'lucide-static/icons/user-plus.svg?raw';
import keyboard from 'lucide-static/icons/keyboard.svg?raw';
import mail from 'lucide-static/icons/mail.svg?raw';
import open from 'lucide-static/icons/square-arrow-out-up-right.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import settings from 'lucide-static/icons/settings-2.svg?raw';
import skip from 'lucide-static/icons/skip-forward.svg?raw';
import task from 'lucide-static/icons/square-check.svg?raw';
import today from 'lucide-static/icons/sun.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import upload from 'lucide-static/icons/upload.svg?raw';

const bare = (svg: string): string => svg.replace(/<!--.*?-->\s*/s, '').replace('<svg', '<svg aria-hidden="true"');
const all = {
  alert, back, call, check, clock, close, copy, download, interviews, invitation, keyboard, mail, open, plus, settings, skip, task, today,
  trash, undo, upload,
};
export type IconName = keyof typeof all;
export const icons = Object.fromEntries(Object.entries(all).map(([name, svg]) => [name, bare(svg)])) as Record<IconName, string>;
