import type { ScenarioView } from '../../../../../../contracts/api/scenarios.ts';
import { type Draft, MAIN } from '../model/document.ts';
import { beginHistory, changed, type History } from '../model/history.ts';
import { nextOpen, type OpenExit } from '../model/open-exits.ts';
import { readDraft } from '../model/read-document.ts';

export type View = 'canvas' | 'list' | 'json';
export type PanelTab = 'block' | 'problems' | 'settings';

/** Everything that the designer shows and changes by itself. */
export type DesignerState = {
  readonly history: History<Draft>;
  /** The draft as the server has it, and the revision that it has there. */
  readonly saved: Draft;
  readonly revision: number;
  readonly part: string;
  readonly selected: ReadonlySet<string>;
  /** The block that keys work on; one of the selected. */
  readonly current: string | null;
  /** The outcome at which building goes on. */
  readonly exit: OpenExit | null;
  readonly view: View;
  readonly tab: PanelTab;
  readonly palette: boolean;
  readonly help: boolean;
  /** The designer takes the whole window. */
  readonly wide: boolean;
  /** Grows when the canvas should show the current block and focus it. */
  readonly show: number;
  /** Grows when the canvas should show all of the part. */
  readonly fit: number;
  /** Grows when the fields of the block at hand should be filled in at once. */
  readonly fill: number;
  readonly readOnly: boolean;
};

export type DesignerStore = {
  get(): DesignerState;
  subscribe(listener: () => void): () => void;
  set(patch: Partial<DesignerState>): void;
  /**
   * Changes the draft as one step of the history; `patch` goes with it. Nothing happens when only looking.
   * @param key changes with the same key, soon after each other, are one step
   */
  change(draft: Draft, key?: string | null, patch?: Partial<DesignerState>): void;
};

/** The draft of the history's present. */
export const draftOf = (state: DesignerState): Draft => state.history.present;
export const documentOf = (state: DesignerState): Draft['document'] => state.history.present.document;
export const isChanged = (state: DesignerState): boolean =>
  state.saved.document !== state.history.present.document ||
  state.saved.layout !== state.history.present.layout;

/** A draft for what cannot be drawn: the text view shows what the server has instead. */
const NOTHING: Draft = {
  document: { schema: 1, name: '', language: 'ko', entry: '', blocks: {} },
  layout: {},
};

/** State of one scenario that is being designed. */
export function createDesignerStore(scenario: ScenarioView, readOnly: boolean): DesignerStore {
  const read = readDraft(scenario.document, scenario.layout);
  const draft = read ?? NOTHING;
  let state: DesignerState = {
    history: beginHistory(draft),
    saved: draft,
    revision: scenario.revision,
    part: MAIN,
    selected: new Set(),
    current: null,
    exit: nextOpen(draft.document, MAIN, null),
    view: read === null ? 'json' : 'canvas',
    tab: 'block',
    palette: true,
    help: false,
    wide: false,
    show: 0,
    fit: 0,
    fill: 0,
    readOnly,
  };
  const listeners = new Set<() => void>();
  const put = (next: DesignerState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (patch) => put({ ...state, ...patch }),
    change(next, key = null, patch = {}) {
      if (state.readOnly) return;
      put({ ...state, ...patch, history: changed(state.history, next, key, Date.now()) });
    },
  };
}
