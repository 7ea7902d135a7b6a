import { useSyncExternalStore } from 'react';
import { createStored } from './stored.ts';
import { PHONE_WIDTH } from './tokens.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

const stored = createStored<ThemeChoice>('theme', THEMES, 'system');

function mark(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
}

/** Puts the stored choice in force; called once, before anything is drawn. */
export const startTheme = (): void => mark(stored.get());

/** Puts a theme in force and keeps it for the next visit. */
export function chooseTheme(choice: ThemeChoice): void {
  mark(choice);
  stored.set(choice);
}

export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(stored.subscribe, stored.get);

/** True while the media query holds. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** True when what is shown is dark, by choice or by the system. */
export function useDark(): boolean {
  const choice = useThemeChoice();
  const system = useMedia('(prefers-color-scheme: dark)');
  return choice === 'system' ? system : choice === 'dark';
}

/** True on a narrow screen: drawer instead of menu, large targets. */
export const useNarrow = (): boolean => useMedia(`(max-width: ${PHONE_WIDTH}px)`);
