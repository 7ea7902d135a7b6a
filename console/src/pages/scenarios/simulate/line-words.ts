import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulationView } from '../../../../../contracts/api/scenarios.ts';
import { useCallWords } from '../../calls/use-call-words.ts';

export type Line = SimulationView['lines'][number];

const ENGINE = 'engine/';

/** What a line of a simulated call says. Codes that have no words here are shown as they are. */
export function useLineWords(): (line: Line) => string {
  const { t, i18n } = useTranslation();
  const words = useCallWords();
  return useMemo(() => {
    const known = (section: 'did' | 'happened', code: string): string => {
      const key = `scenarios.simulate.${section}.${code}`;
      return i18n.exists(key) ? t(key as 'scenarios.title') : code;
    };
    const engine = (place: string, text: string): string => {
      const what = words.engineStep(place.slice(ENGINE.length));
      return `${what} · ${words.blockOutcome(text)}`;
    };
    return ({ kind, text, place }) => {
      if (kind === 'did' || kind === 'happened') return known(kind, text);
      if (kind === 'note' && place.startsWith(ENGINE)) return engine(place, text);
      if (kind === 'outcome') return words.reason(text.slice(text.indexOf('/') + 1));
      return text;
    };
  }, [t, i18n, words]);
}
