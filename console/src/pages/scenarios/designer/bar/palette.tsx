import { type DragEvent, type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DRAGGED } from '../canvas/use-connecting.ts';
import { BLOCK_GROUPS, groupOf, typesFor } from '../model/block-types.ts';
import { useActions, useDesigner } from '../state/use-designer.ts';
import { BLOCK_ICONS } from '../words/block-icons.tsx';
import { useBlockWords } from '../words/use-block-words.ts';

/** All types of blocks in their groups. A press adds one after the outcome at hand; a drag puts it anywhere. */
export function Palette(): ReactElement {
  const { t } = useTranslation();
  const words = useBlockWords();
  const actions = useActions();
  const part = useDesigner((state) => state.part);
  const [search, setSearch] = useState('');
  const groups = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase();
    const fits = (type: string, name: string): boolean =>
      name.toLocaleLowerCase().includes(wanted) || type.toLocaleLowerCase().includes(wanted);
    const types = typesFor(part).filter((type) => fits(type, words.type(type)));
    return BLOCK_GROUPS.flatMap((group) => {
      const own = types.filter((type) => groupOf(type) === group);
      return own.length === 0 ? [] : [{ group, types: own }];
    });
  }, [search, part, words]);
  return (
    <section className="cw-palette" data-area="palette" aria-label={t('scenarioDesigner.palette.label')}>
      <input
        type="search"
        aria-label={t('scenarioDesigner.palette.search')}
        placeholder={t('scenarioDesigner.palette.search')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className="cw-palette-groups">
        {groups.map(({ group, types }) => (
          <div key={group}>
            <h3>{t(`scenarioDesigner.group.${group}`)}</h3>
            <ul>
              {types.map((type) => {
                const Icon = BLOCK_ICONS[type];
                return (
                  <li key={type}>
                    <button
                      type="button"
                      draggable
                      onDragStart={(event: DragEvent) => {
                        event.dataTransfer.setData(DRAGGED, type);
                        event.dataTransfer.effectAllowed = 'copy';
                      }}
                      onClick={() => actions.add(type)}
                    >
                      <Icon aria-hidden />
                      {words.type(type)}
                    </button>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
        {groups.length === 0 && <p className="cw-muted">{t('scenarioDesigner.palette.none')}</p>}
      </div>
    </section>
  );
}
