import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCallWords } from '../../calls/use-call-words.ts';
import { fieldValue } from './field-value.ts';

/** How fields of blocks and what they hold are said. */
export type FieldWords = {
  name(field: string): string;
  /** `part`: where the block stands, for wires that lead to its neighbours. */
  value(field: string, given: string | null, part: string): string;
};

const WIRE = 'next.';
const SPAN = /(^|\.)(ms|[a-zA-Z]+Ms)$/;

/** @param placeWords what people call the block at `part/block` */
export function useFieldWords(placeWords: (place: string) => string): FieldWords {
  const { t, i18n } = useTranslation();
  const words = useCallWords();
  return useMemo(() => {
    const none = t('scenarios.difference.none');
    const bool = { true: t('scenarios.difference.yes'), false: t('scenarios.difference.no') };
    return {
      name: (field) => {
        const [first = '', ...rest] = field.split('.');
        const key = `scenarios.difference.field.${first}`;
        const named = i18n.exists(key) ? t(key as 'scenarios.title') : first;
        const behind = field.startsWith(WIRE) ? rest.map(words.blockOutcome) : rest;
        return [named, ...behind].join(' · ');
      },
      value: (field, given, part) => {
        if (given === null) return none;
        if (given === 'true' || given === 'false') return bool[given];
        const text = fieldValue(given, none);
        if (field.startsWith(WIRE)) return placeWords(`${part}/${text}`);
        return SPAN.test(field) && /^[0-9]+$/.test(text) ? words.duration(Number(text)) : text;
      },
    };
  }, [t, i18n, words, placeWords]);
}
