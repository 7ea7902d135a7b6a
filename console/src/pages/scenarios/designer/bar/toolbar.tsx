import {
  AppstoreOutlined,
  FullscreenExitOutlined,
  FullscreenOutlined,
  PartitionOutlined,
  QuestionOutlined,
  RedoOutlined,
  SaveOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { layOutPart } from '../canvas/lay-out-part.ts';
import { draftOf, isChanged, type View } from '../state/store.ts';
import { useActions, useDesigner, useKit } from '../state/use-designer.ts';
import { useNarrow } from '../state/use-narrow.ts';
import { BlockSearch } from './block-search.tsx';

const VIEWS = ['canvas', 'list', 'json'] as const satisfies readonly View[];

/** What can be done with the whole: undo, layout, search, the ways of looking at it, saving. */
export function Toolbar({
  saving,
  drawable,
  onSave,
}: {
  saving: boolean;
  drawable: boolean;
  onSave: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { store } = useKit();
  const narrow = useNarrow();
  const chosen = useDesigner((state) => state.view);
  const view = narrow && chosen === 'canvas' ? 'list' : chosen;
  const changed = useDesigner(isChanged);
  const readOnly = useDesigner((state) => state.readOnly);
  const wide = useDesigner((state) => state.wide);
  const palette = useDesigner((state) => state.palette);
  return (
    <div className="cw-tools" data-area="bar" role="toolbar" aria-label={t('scenarioDesigner.tools')}>
      {drawable && view === 'canvas' && !readOnly && (
        <IconButton
          label={t('scenarioDesigner.palette.toggle')}
          icon={<AppstoreOutlined aria-hidden />}
          pressed={palette}
          onPress={() => store.set({ palette: !palette })}
        />
      )}
      {drawable && <EditTools canvas={view === 'canvas'} />}
      {drawable && <BlockSearch />}
      <fieldset className="cw-views">
        <legend className="cw-hidden">{t('scenarioDesigner.view.label')}</legend>
        {VIEWS.filter((one) => !narrow || one !== 'canvas').map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={view === one}
            disabled={!drawable && one !== 'json'}
            onClick={() => store.set({ view: one })}
          >
            {t(`scenarioDesigner.view.${one}`)}
          </button>
        ))}
      </fieldset>
      <IconButton
        label={t(wide ? 'scenarioDesigner.normal' : 'scenarioDesigner.wide')}
        icon={wide ? <FullscreenExitOutlined aria-hidden /> : <FullscreenOutlined aria-hidden />}
        onPress={() => store.set({ wide: !wide })}
      />
      <IconButton
        label={t('scenarioDesigner.keys.title')}
        icon={<QuestionOutlined aria-hidden />}
        onPress={() => store.set({ help: true })}
      />
      {!readOnly && (
        <>
          <span className="cw-saved" role="status">
            {t(changed ? 'scenarioDesigner.save.changed' : 'scenarioDesigner.save.saved')}
          </span>
          <Button
            type="primary"
            icon={<SaveOutlined aria-hidden />}
            loading={saving}
            disabled={!changed}
            onClick={onSave}
          >
            {t('scenarioDesigner.save.action')}
          </Button>
        </>
      )}
    </div>
  );
}

/** Undo, redo and layout. */
function EditTools({ canvas }: { canvas: boolean }): ReactElement | null {
  const { t } = useTranslation();
  const { store } = useKit();
  const actions = useActions();
  const past = useDesigner((state) => state.history.past.length > 0);
  const future = useDesigner((state) => state.history.future.length > 0);
  const readOnly = useDesigner((state) => state.readOnly);
  const arrange = (): void => {
    const { part } = store.get();
    void layOutPart(draftOf(store.get()).document, part).then((places) => actions.arrange(places, true));
  };
  if (readOnly) return null;
  return (
    <>
      <IconButton
        label={t('scenarioDesigner.undo')}
        icon={<UndoOutlined aria-hidden />}
        disabled={!past}
        onPress={actions.undo}
      />
      <IconButton
        label={t('scenarioDesigner.redo')}
        icon={<RedoOutlined aria-hidden />}
        disabled={!future}
        onPress={actions.redo}
      />
      {canvas && (
        <IconButton
          label={t('scenarioDesigner.arrange')}
          icon={<PartitionOutlined aria-hidden />}
          onPress={arrange}
        />
      )}
    </>
  );
}

function IconButton({
  label,
  icon,
  pressed,
  disabled = false,
  onPress,
}: {
  label: string;
  icon: ReactElement;
  pressed?: boolean;
  disabled?: boolean;
  onPress: () => void;
}): ReactElement {
  return (
    <button
      type="button"
      className="cw-icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      {icon}
    </button>
  );
}
