import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type DurationWords, spokenDuration } from './durations.ts';

/** Words of the engine in the user's language. What a customer named himself, or a newer engine says, stays as it is. */
export type CallWords = {
  result(result: string): string;
  reason(reason: string): string;
  blockType(type: string): string;
  blockOutcome(outcome: string): string;
  verb(kind: string): string;
  cause(cause: string): string;
  engineStep(what: string): string;
  duration(ms: number): string;
};

type Section = Exclude<keyof CallWords, 'duration'>;

export function useCallWords(): CallWords {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const of = (section: Section) => (name: string) => {
      const key = `calls.${section}.${name}`;
      return i18n.exists(key) ? t(key as 'calls.title') : name;
    };
    const units: DurationWords = { minutes: t('calls.unit.minutes'), seconds: t('calls.unit.seconds') };
    return {
      result: of('result'),
      reason: of('reason'),
      blockType: of('blockType'),
      blockOutcome: of('blockOutcome'),
      verb: of('verb'),
      cause: of('cause'),
      engineStep: of('engineStep'),
      duration: (ms) => spokenDuration(ms, units),
    };
  }, [t, i18n]);
}
