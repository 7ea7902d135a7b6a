import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewScenario } from '../../../../../contracts/api/scenarios.ts';

export type StartingPoint = Extract<NewScenario['from'], { startingPoint: string }>['startingPoint'];

/** In the order in which they are offered: the one that most businesses begin with stands first. */
const POINTS = [
  ...(['main-line', 'clinic', 'delivery', 'reservation'] as const),
  ...(['survey', 'pin-line', 'blank'] as const),
] satisfies readonly StartingPoint[];

/** What a scenario can begin with, each with a line about what it does. */
export function StartingPoints({
  name,
  value,
  onChange,
}: {
  /** Of the group of radio buttons that they belong to. */
  name: string;
  value: StartingPoint | null;
  onChange: (value: StartingPoint) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {POINTS.map((point) => (
        <label key={point} className="cw-start">
          <input type="radio" name={name} checked={point === value} onChange={() => onChange(point)} />
          <span>
            <b>{t(`scenarios.start.${point}.name`)}</b>
            <span className="cw-muted">{t(`scenarios.start.${point}.words`)}</span>
          </span>
        </label>
      ))}
    </>
  );
}
