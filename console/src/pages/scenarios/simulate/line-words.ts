import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulationView } from '../../../../../contracts/api/scenarios.ts';
import { useCallWords } from '../../calls/use-call-words.ts';

export type Line = SimulationView['lines'][number];

/** What a line of a simulated call says. Codes that have no words here are shown as they are. */
export function useLineWords(): (line: Line) => string {
  const { t, i18n } = useTranslation();
  const words = useCallWords();
  return useMemo(() => {
    /** `dial 1001` and `text: …` begin with a code; what follows it is of the scenario and stays. */
    const coded = (section: 'did' | 'happened', text: string): string => {
      const [, code = text, rest = ''] = /^([a-zA-Z]+)(?:[:/ ]+(.*))?$/s.exec(text) ?? [];
      const key = `scenarios.simulate.${section}.${code}`;
      const said = i18n.exists(key) ? t(key as 'scenarios.title') : code;
      return rest === '' ? said : `${said} · ${rest}`;
    };
    return ({ kind, text }) => {
      if (kind === 'did' || kind === 'happened') return coded(kind, text);
      if (kind === 'outcome') return words.reason(text.slice(text.indexOf('/') + 1));
      return text;
    };
  }, [t, i18n, words]);
}
