import { PlusOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MAIN, partsOf } from '../model/document.ts';
import { freshId } from '../model/ids.ts';
import { addPart } from '../model/parts.ts';
import { documentOf } from '../state/store.ts';
import { useActions, useDesigner, useKit } from '../state/use-designer.ts';

/** The main part and the sub-scenarios; one of them is on the canvas. */
export function PartTabs(): ReactElement {
  const { t } = useTranslation();
  const { store } = useKit();
  const actions = useActions();
  const document = useDesigner(documentOf);
  const open = useDesigner((state) => state.part);
  const readOnly = useDesigner((state) => state.readOnly);
  const add = (): void => {
    const id = freshId('part1', (wish) => partsOf(documentOf(store.get())).includes(wish));
    actions.settle(`part ${id}`, (draft) => addPart(draft, id));
    actions.openPart(id);
  };
  return (
    <nav className="cw-parts" aria-label={t('scenarioDesigner.parts.label')}>
      {partsOf(document).map((part) => (
        <button
          key={part}
          type="button"
          aria-current={part === open ? 'true' : undefined}
          onClick={() => actions.openPart(part)}
        >
          {part === MAIN ? t('scenarioDesigner.parts.main') : part}
        </button>
      ))}
      {!readOnly && (
        <button type="button" className="cw-parts-add" onClick={add}>
          <PlusOutlined aria-hidden /> {t('scenarioDesigner.parts.add')}
        </button>
      )}
    </nav>
  );
}
