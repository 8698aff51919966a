/** Every icon of the page, by the name the page gives it: strokes on a field of 24 by 24, drawn for this page. */
const ring = (x: number, y: number, r: number): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

function box(x: number, y: number, width: number, height: number, r: number): string {
  const [across, down] = [width - 2 * r, height - 2 * r];
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx * r} ${dy * r}`;
  return `M${x + r} ${y}h${across}${corner(1, 1)}v${down}${corner(-1, 1)}h${-across}${corner(-1, -1)}v${-down}${corner(1, -1)}z`;
}

export const icons = {
  alert: 'M12 4.2 20.8 19.6H3.2zM12 10v4.4M12 17v.01',
  back: 'M19.5 12h-15M10.5 6l-6 6 6 6',
  call: 'M6 3.5h3.2l1.7 4.5-2.3 1.8c1.1 2.4 3.2 4.5 5.6 5.6l1.8-2.3 4.5 1.7V18a2.5 2.5 0 0 1-2.5 2.5C10 20.5 3.5 14 3.5 6A2.5 2.5 0 0 1 6 3.5z',
  check: 'M4.5 12.8l5 5L19.5 6.8',
  clock: `${ring(12, 12, 8.6)}M12 7v5.2l3.4 2`,
  close: 'M6 6l12 12M18 6 6 18',
  copy: `${box(9, 9, 11.5, 11.5, 2.2)}M5.7 15H5a1.5 1.5 0 0 1-1.5-1.5v-8a2 2 0 0 1 2-2h8A1.5 1.5 0 0 1 15 5v.7`,
  download: 'M12 3.5v12M7 10.7l5 5 5-5M4 20.5h16',
  interviews: 'M5 4.5h14a1.5 1.5 0 0 1 1.5 1.5v9.5A1.5 1.5 0 0 1 19 17h-7.5L7 20.8V17H5a1.5 1.5 0 0 1-1.5-1.5V6A1.5 1.5 0 0 1 5 4.5zM8 9h8M8 12.6h5',
  invitation: `${ring(10, 7.6, 3.6)}M3.5 20.2c.5-4.1 3-6.2 6.5-6.2 1.5 0 2.8.4 3.8 1.1M18 14v6.4M14.8 17.2h6.4`,
  keyboard: `${box(2.5, 6, 19, 12, 2.4)}M6.5 10v.01M10.2 10v.01M13.8 10v.01M17.5 10v.01M8 14h8`,
  mail: `${box(3, 5.5, 18, 13, 2.2)}M3.6 7.6 12 13.6l8.4-6`,
  on: 'M4.5 12h15M13.5 6l6 6-6 6',
  open: 'M13.5 4H20v6.5M20 4l-9 9M18 14v4.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 4 18.5v-11A1.5 1.5 0 0 1 5.5 6H10',
  plus: 'M12 5v14M5 12h14',
  settings: `M3.5 8h8.4M18.1 8h2.4M3.5 16h2.4M12.1 16h8.4${ring(15, 8, 3.1)}${ring(9, 16, 3.1)}`,
  skip: 'M5 5.5 14.8 12 5 18.5zM19.2 5.5v13',
  task: `${box(3.8, 3.8, 16.4, 16.4, 3)}M8 12.3l3 3 5.2-6`,
  today: `${ring(12, 12, 4)}M12 2.8v2.3M12 18.9v2.3M2.8 12h2.3M18.9 12h2.3M5.5 5.5l1.6 1.6M16.9 16.9l1.6 1.6M18.5 5.5l-1.6 1.6M7.1 16.9l-1.6 1.6`,
  trash: 'M4 6.5h16M9 6.5V4h6v2.5M6 6.5l.9 14h10.2l.9-14M10.2 10.5v6M13.8 10.5v6',
  undo: 'M8.5 4.5 4 9l4.5 4.5M4 9h10.2a5.6 5.6 0 0 1 0 11.2H10',
  upload: 'M12 15.5v-12M7 8.3l5-5 5 5M4 20.5h16',
} as const;
export type IconName = keyof typeof icons;
