/** Colours of one theme. Text on its ground reaches 4.5:1, borders of controls 3:1 (WCAG 2.2 AA). */
export type Colours = { readonly [Name in (typeof COLOUR_NAMES)[number]]: string };

const COLOUR_NAMES = [
  ...(['ground', 'surface', 'raised', 'sunken', 'text', 'muted', 'border', 'control'] as const),
  ...(['primary', 'on-primary', 'primary-soft', 'link', 'focus', 'shade'] as const),
  ...(['ok', 'ok-soft', 'warn', 'warn-soft', 'bad', 'bad-soft'] as const),
  ...(['info', 'info-soft', 'idle', 'idle-soft'] as const),
] as const;

export const LIGHT: Colours = {
  ground: '#f4f6f6',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#edf1f0',
  text: '#16201f',
  muted: '#52605e',
  border: '#d8dfde',
  control: '#7d8a88',
  primary: '#0b6b69',
  'on-primary': '#ffffff',
  'primary-soft': '#e0f1ef',
  link: '#0b6462',
  focus: '#0a5cc2',
  shade: 'rgb(16 24 23 / 12%)',
  ok: '#116a37',
  'ok-soft': '#e4f4ea',
  warn: '#7f4d00',
  'warn-soft': '#fdf1d9',
  bad: '#ab231b',
  'bad-soft': '#fcebe9',
  info: '#1a5a9f',
  'info-soft': '#e6f0fa',
  idle: '#4a5654',
  'idle-soft': '#ebefee',
};

export const DARK: Colours = {
  ground: '#0e1413',
  surface: '#161f1e',
  raised: '#1e2928',
  sunken: '#111918',
  text: '#e6edec',
  muted: '#a5b3b1',
  border: '#2c3837',
  control: '#6f7f7d',
  primary: '#4fc4b9',
  'on-primary': '#06201e',
  'primary-soft': '#12302d',
  link: '#66d2c8',
  focus: '#8cbfff',
  shade: 'rgb(0 0 0 / 45%)',
  ok: '#74da9e',
  'ok-soft': '#132e1e',
  warn: '#f1bb66',
  'warn-soft': '#33270f',
  bad: '#ff938a',
  'bad-soft': '#3b1917',
  info: '#93c3ff',
  'info-soft': '#13283e',
  idle: '#bac6c4',
  'idle-soft': '#26312f',
};

/** Pretendard comes after the page; until then the system's Korean face of about the same width. */
export const FONT = {
  text: "'Pretendard Variable', Pretendard, system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif",
  code: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'Noto Sans Mono CJK KR', monospace",
} as const;

/** Font sizes, px; line heights are 1.5 for text and 1.3 for titles. */
export const TYPE = { small: 12, text: 14, large: 16, title: 20, display: 26 } as const;

/** Distances, px. */
export const SPACE = { xs: 4, s: 8, m: 12, l: 16, xl: 24, xxl: 40 } as const;

export const RADIUS = { s: 4, m: 8, l: 12 } as const;

/** Height of things to press, px: close together at a desk, a thumb's breadth on a phone (WCAG 2.5.5). */
export const CONTROL = { desk: 34, touch: 44 } as const;

/** Below this width, px, the menu is a drawer and controls have their touch height. */
export const PHONE_WIDTH = 767;
