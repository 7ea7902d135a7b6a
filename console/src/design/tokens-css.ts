import { CONTROL, type Colours, DARK, FONT, LIGHT, PHONE_WIDTH, RADIUS, SPACE, TYPE } from './tokens.ts';

const variables = (values: object, prefix: string, unit = ''): string =>
  Object.entries(values)
    .map(([name, value]) => `--${prefix}-${name}:${value}${unit};`)
    .join('');

const colours = (theme: Colours, scheme: 'light' | 'dark'): string =>
  `color-scheme:${scheme};${variables(theme, 'c')}`;

/** The tokens as custom properties: `--c-…` colours, `--s-…` distances, `--t-…` sizes of type, `--r-…` radii. */
export function tokensCss(): string {
  const common =
    variables(SPACE, 's', 'px') +
    variables(TYPE, 't', 'px') +
    variables(RADIUS, 'r', 'px') +
    variables(FONT, 'f');
  return [
    `:root{${common}--control:${CONTROL.desk}px;${colours(LIGHT, 'light')}}`,
    `@media(prefers-color-scheme:dark){:root:not([data-theme=light]){${colours(DARK, 'dark')}}}`,
    `:root[data-theme=dark]{${colours(DARK, 'dark')}}`,
    `@media(max-width:${PHONE_WIDTH}px){:root{--control:${CONTROL.touch}px}}`,
  ].join('\n');
}
