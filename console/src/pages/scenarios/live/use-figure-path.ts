import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type WalkedPath, wireKey } from '../../calls/graph/walked-path.ts';
import { useCallWords } from '../../calls/use-call-words.ts';
import type { BlockFigures } from './block-figures.ts';
import { percent } from './use-figure-columns.tsx';

/** Figures as marks of the picture: how many were there, are there now, dropped off, stayed how long. */
export function useFigurePath(given: readonly BlockFigures[], entry: string): WalkedPath {
  const { t } = useTranslation();
  const words = useCallWords();
  return useMemo(() => {
    // The picture begins with the first one: that at which calls begin.
    const rows = given.toSorted((a, b) => Number(b.place === entry) - Number(a.place === entry));
    const note = ({ now, entered, rate, medianMs }: BlockFigures): string =>
      [
        ...(now > 0 ? [t('scenarios.live.note.now', { total: now })] : []),
        ...(entered > 0 ? [t('scenarios.live.note.entered', { total: entered })] : []),
        ...(rate !== null && rate > 0 ? [t('scenarios.live.note.dropped', { rate: percent(rate) })] : []),
        ...(medianMs === null ? [] : [words.duration(medianMs)]),
      ].join(' · ');
    return {
      visits: new Map(rows.map(({ place, entered, now }) => [place, Math.max(entered, now)])),
      wires: new Map(
        rows.flatMap(({ place, outcomes }) =>
          Object.entries(outcomes).map(([outcome, count]) => [wireKey(place, outcome), count] as const),
        ),
      ),
      here: null,
      places: rows.map(({ place }) => place),
      notes: new Map(rows.map((row) => [row.place, note(row)])),
    };
  }, [given, entry, t, words]);
}
