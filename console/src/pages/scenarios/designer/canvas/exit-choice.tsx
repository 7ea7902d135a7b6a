import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { focusArea } from '../bar/areas.ts';
import { blocksOf, exitsOf } from '../model/document.ts';
import { openExits } from '../model/open-exits.ts';
import { documentOf } from '../state/store.ts';
import { useActions, useDesigner } from '../state/use-designer.ts';
import { useBlockWords } from '../words/use-block-words.ts';

/** Which outcome the next block follows; those that lead nowhere yet stand first. */
export function ExitChoice(): ReactElement {
  const { t } = useTranslation();
  const actions = useActions();
  const words = useBlockWords();
  const document = useDesigner(documentOf);
  const part = useDesigner((state) => state.part);
  const exit = useDesigner((state) => state.exit);
  const current = useDesigner((state) => state.current);
  const options = useMemo(() => {
    const blocks = blocksOf(document, part);
    const own = current === null ? undefined : blocks[current];
    const open = openExits(document, part);
    const wired = own === undefined || current === null ? [] : exitsOf(document, own);
    const all = [...open, ...wired.map(({ outcome }) => ({ block: current ?? '', outcome }))];
    if (exit !== null) all.push(exit);
    return [...new Map(all.map((one) => [`${one.block} ${one.outcome}`, one])).values()].flatMap((one) => {
      const block = blocks[one.block];
      return block === undefined
        ? []
        : [{ ...one, label: `${words.name(block)} ▸ ${words.outcome(block, one.outcome)}` }];
    });
  }, [document, part, exit, current, words]);
  const count = useMemo(() => openExits(document, part).length, [document, part]);
  return (
    <label className="cw-quick-exit">
      <span>
        {t('scenarioDesigner.quick.after')} <small>{t('scenarioDesigner.quick.open', { count })}</small>
      </span>
      <select
        data-area="exits"
        value={exit === null ? '' : `${exit.block} ${exit.outcome}`}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          focusArea('quick');
        }}
        onChange={(event) => {
          const [block = '', outcome = ''] = event.target.value.split(' ');
          actions.pickExit(block === '' ? null : { block, outcome });
        }}
      >
        <option value="">{t('scenarioDesigner.quick.nowhere')}</option>
        {options.map(({ block, outcome, label }) => (
          <option key={`${block} ${outcome}`} value={`${block} ${outcome}`}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Leads the outcome at hand to a block that is there already. */
export function TargetChoice(): ReactElement | null {
  const { t } = useTranslation();
  const actions = useActions();
  const words = useBlockWords();
  const document = useDesigner(documentOf);
  const part = useDesigner((state) => state.part);
  const exit = useDesigner((state) => state.exit);
  const targets = useMemo(
    () => Object.entries(blocksOf(document, part)).map(([id, block]) => ({ id, name: words.name(block) })),
    [document, part, words],
  );
  if (exit === null) return null;
  return (
    <select
      className="cw-quick-target"
      aria-label={t('scenarioDesigner.quick.target')}
      value=""
      onChange={(event) => actions.wire(exit.block, exit.outcome, event.target.value)}
    >
      <option value="">{t('scenarioDesigner.quick.target')}</option>
      {targets.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
