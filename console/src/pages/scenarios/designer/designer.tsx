import { ReactFlowProvider } from '@xyflow/react';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../components/form-problem.tsx';
import { useLater } from '../../../components/use-later.ts';
import { KeysHelp } from './bar/keys-help.tsx';
import { Palette } from './bar/palette.tsx';
import { PartTabs } from './bar/part-tabs.tsx';
import { Toolbar } from './bar/toolbar.tsx';
import { useDesignerKeys } from './bar/use-designer-keys.ts';
import { Canvas } from './canvas/canvas.tsx';
import { QuickAdd } from './canvas/quick-add.tsx';
import { ConflictPanel } from './conflict/conflict-panel.tsx';
import { LeaveGuard } from './conflict/leave-guard.tsx';
import { useSave } from './conflict/use-save.ts';
import './designer.css';
import type { DesignerProps } from './designer-props.ts';
import { BlockList } from './list/block-list.tsx';
import { JsonView } from './list/json-view.tsx';
import { beginHistory } from './model/history.ts';
import type { NewWords } from './model/new-block.ts';
import { readDocument, readDraft } from './model/read-document.ts';
import { Panel } from './panel/panel.tsx';
import { createActions } from './state/actions.ts';
import { createDesignerStore, documentOf, isChanged } from './state/store.ts';
import { useCheck, useProblemsByBlock } from './state/use-check.ts';
import { DesignerContext, type DesignerKit, useDesigner, useKit } from './state/use-designer.ts';
import { useNarrow } from './state/use-narrow.ts';
import { useRoom } from './state/use-room.ts';
import { LibraryContext, useReadLibrary } from './words/library.ts';
import { useMakeWords, WordsContext } from './words/use-block-words.ts';

/** The designer of a scenario: a business draws its own ARS here. Another scenario begins anew. */
export const Designer = (props: DesignerProps): ReactElement => <Opened key={props.scenario.id} {...props} />;

function Opened(props: DesignerProps): ReactElement {
  const { scenario, readOnly } = props;
  const { t } = useTranslation();
  const library = useReadLibrary();
  const words = useMakeWords(library);
  const fresh = useRef<NewWords>({ play: '', menu: '', collect: '' });
  fresh.current = {
    play: t('scenarioDesigner.new.play'),
    menu: t('scenarioDesigner.new.menu'),
    collect: t('scenarioDesigner.new.collect'),
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first one begins; what comes later is taken over below
  const kit: DesignerKit = useMemo(() => {
    const store = createDesignerStore(scenario, readOnly);
    return { store, actions: createActions(store, () => fresh.current) };
  }, []);
  useTakeOver(kit, props);
  return (
    <DesignerContext value={kit}>
      <LibraryContext value={library}>
        <WordsContext value={words}>
          <ReactFlowProvider>
            <Frame {...props} />
          </ReactFlowProvider>
        </WordsContext>
      </LibraryContext>
    </DesignerContext>
  );
}

/** A newer revision replaces a draft that nobody has changed here; otherwise the next save says so. */
function useTakeOver({ store, actions }: DesignerKit, { scenario, readOnly, focus }: DesignerProps): void {
  useEffect(() => store.set({ readOnly }), [store, readOnly]);
  useEffect(() => {
    const state = store.get();
    if (scenario.revision <= state.revision || isChanged(state)) return;
    const draft = readDraft(scenario.document, scenario.layout);
    if (draft === null) return;
    store.set({
      history: beginHistory(draft),
      saved: draft,
      revision: scenario.revision,
      selected: new Set(),
      current: null,
    });
  }, [store, scenario]);
  useEffect(() => {
    if (focus !== undefined) actions.jump(focus);
  }, [actions, focus]);
}

function Frame({ scenario, overlay, onSaved, onDraft }: DesignerProps): ReactElement {
  const { t } = useTranslation();
  const kit = useKit();
  const document = useDesigner(documentOf);
  const changed = useDesigner(isChanged);
  const chosen = useDesigner((state) => state.view);
  const readOnly = useDesigner((state) => state.readOnly);
  const palette = useDesigner((state) => state.palette);
  const drawable = readDocument(scenario.document) !== null || changed;
  const narrow = useNarrow();
  const view = narrow && chosen === 'canvas' ? 'list' : chosen;
  const check = useCheck(scenario.id, document, drawable);
  const problems = useProblemsByBlock(check);
  const save = useSave(kit, scenario.id, onSaved);
  const wide = useDesigner((state) => state.wide);
  const body = useRef<HTMLDivElement>(null);
  const height = useRoom(body);
  useEffect(() => {
    // On a small desk the canvas needs the room; the button shows the palette again.
    if ((body.current?.clientWidth ?? 0) < 1_000) kit.store.set({ palette: false });
  }, [kit]);
  const later = useLater(document, 300);
  const tell = useRef(onDraft);
  tell.current = onDraft;
  useEffect(() => tell.current?.(later, changed), [later, changed]);
  const onKeyDown = useDesignerKeys(save.now);
  return (
    <section
      className="cw-designer"
      data-wide={wide || undefined}
      aria-label={t('scenarioDesigner.label', { name: document.name })}
      onKeyDown={onKeyDown}
    >
      <Toolbar saving={save.pending} drawable={drawable} onSave={save.now} />
      <FormProblem
        problem={save.error}
        words={{ 'request/conflict': t('scenarioDesigner.save.nameTaken') }}
      />
      {drawable && view !== 'json' && <PartTabs />}
      <div
        ref={body}
        className="cw-designer-body"
        data-view={view}
        style={narrow || wide ? undefined : { height }}
      >
        {view === 'canvas' && palette && !readOnly && <Palette />}
        <div className="cw-stage">
          {view === 'canvas' && <Canvas problems={problems} overlay={overlay} />}
          {view === 'list' && <BlockList problems={problems} />}
          {view === 'json' && <JsonView id={scenario.id} original={scenario.document} />}
          {view !== 'json' && !readOnly && <QuickAdd />}
        </div>
        {view !== 'json' && <Panel check={check} />}
      </div>
      <KeysHelp />
      <LeaveGuard />
      <ConflictPanel
        collision={save.collision}
        pending={save.pending}
        onChoose={save.choose}
        onClose={save.close}
      />
    </section>
  );
}
