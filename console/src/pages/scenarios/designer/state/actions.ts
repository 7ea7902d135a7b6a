import type { BlockType } from '../../../../../../contracts/scenario/block.ts';
import { addAfter, carryOut } from '../model/carry-out.ts';
import type { Clip } from '../model/clipboard.ts';
import { copyBlocks, pasteClip } from '../model/clipboard.ts';
import {
  blocksOf,
  type Draft,
  type DraftBlock,
  entryOf,
  type Layout,
  MAIN,
  type Place,
  partsOf,
  splitPlace,
  withEntry,
} from '../model/document.ts';
import { changeBlock, moveBlocks, removeBlocks, renameBlock, wire } from '../model/edit-blocks.ts';
import { redone, undone } from '../model/history.ts';
import { type Direction, neighbour } from '../model/navigate.ts';
import type { NewWords } from '../model/new-block.ts';
import { nextOpen, type OpenExit } from '../model/open-exits.ts';
import type { Intention } from '../model/quick-line.ts';
import { type DesignerState, type DesignerStore, draftOf } from './store.ts';

export type Actions = ReturnType<typeof createActions>;

/**
 * What people do in the designer. New blocks are wired to the outcome at hand, and building goes on at the next one that
 * leads nowhere yet.
 */
export function createActions(store: DesignerStore, words: () => NewWords) {
  const { get, set, change } = store;
  const selectOnly = (id: string | null): Partial<DesignerState> => ({
    selected: new Set(id === null ? [] : [id]),
    current: id,
  });
  const after = (draft: Draft, id: string | null): Partial<DesignerState> => ({
    exit: nextOpen(draft.document, get().part, id),
  });
  const put = (draft: Draft, id: string | null): void =>
    change(draft, null, {
      ...(id === null ? {} : selectOnly(id)),
      ...after(draft, id),
      tab: 'block',
      show: get().show + 1,
    });
  return {
    /** A block of a type after the outcome at hand, or where it was dropped. */
    add(type: BlockType, at?: Place, exit: OpenExit | null = at === undefined ? get().exit : null): void {
      const { draft, id } = addAfter(draftOf(get()), get().part, type, { after: exit, at }, words());
      put(draft, id);
      set({ fill: get().fill + 1 });
    },
    /** What a typed line meant. */
    carryOut(intention: Intention): void {
      const done = carryOut(draftOf(get()), get().part, intention, { after: get().exit }, words());
      if (done.draft === draftOf(get())) set({ ...selectOnly(done.id), show: get().show + 1 });
      else put(done.draft, done.id);
    },
    wire(id: string, outcome: string, target: string | null): void {
      const draft = wire(draftOf(get()), get().part, id, outcome, target);
      change(draft, null, target === null ? { exit: { block: id, outcome } } : after(draft, id));
    },
    /** @param key what belongs to one step of the history, beside the block: mostly the field */
    edit(id: string, key: string, alter: (block: DraftBlock) => DraftBlock): void {
      const { part, exit } = get();
      const draft = changeBlock(draftOf(get()), part, id, alter);
      change(draft, `${part}/${id}/${key}`, exit === null ? after(draft, id) : {});
    },
    /** Changes the document beside its blocks. */
    settle(key: string, alter: (draft: Draft) => Draft): void {
      change(alter(draftOf(get())), key);
    },
    rename(from: string, to: string): void {
      change(renameBlock(draftOf(get()), get().part, from, to), null, selectOnly(to));
    },
    begin(id: string): void {
      const draft = draftOf(get());
      change({ ...draft, document: withEntry(draft.document, get().part, id) });
    },
    remove(ids: ReadonlySet<string> = get().selected): void {
      if (ids.size === 0) return;
      const { part, current } = get();
      const before = current === null ? null : go(get(), 'left');
      const draft = removeBlocks(draftOf(get()), part, ids);
      const id = before !== null && !ids.has(before) ? before : entryOf(draft.document, part) || null;
      change(draft, null, { ...selectOnly(id), ...after(draft, id), show: get().show + 1 });
    },
    move: (places: Layout): void => change(moveBlocks(draftOf(get()), places)),
    /** Places from the automatic layout; filling gaps is no step of one's own. */
    arrange(places: Layout, asked: boolean): void {
      const draft = moveBlocks(draftOf(get()), places);
      if (asked) {
        change(draft, null, { fit: get().fit + 1 });
        return;
      }
      const { history, saved } = get();
      const untouched = saved === history.present;
      set({ history: { ...history, present: draft }, ...(untouched ? { saved: draft } : {}) });
    },
    copy: (): Clip => copyBlocks(draftOf(get()), get().part, get().selected),
    paste(clip: Clip, shift: Place = { x: 48, y: 48 }): void {
      const { draft, ids } = pasteClip(draftOf(get()), get().part, clip, shift);
      change(draft, null, { selected: ids, current: [...ids][0] ?? null, show: get().show + 1 });
    },
    undo: (): void => travel(store, undone),
    redo: (): void => travel(store, redone),
    select(id: string | null, also = false): void {
      const { selected } = get();
      if (!also || id === null) {
        set({ ...selectOnly(id), tab: 'block' });
        return;
      }
      const ids = new Set(selected);
      if (!ids.delete(id)) ids.add(id);
      set({ selected: ids, current: ids.has(id) ? id : ([...ids][0] ?? null) });
    },
    /** The focus came to a block: keys work on it from here on. */
    stand(id: string): void {
      const { current, selected } = get();
      if (current !== id) set(selected.has(id) ? { current: id } : selectOnly(id));
    },
    selectAll: (): void =>
      set({ selected: new Set(Object.keys(blocksOf(draftOf(get()).document, get().part))) }),
    /** Moves on by an arrow key; false: there is nothing that way. */
    go(direction: Direction): boolean {
      const id = go(get(), direction);
      if (id === null) return false;
      set({ ...selectOnly(id), show: get().show + 1 });
      return true;
    },
    pickExit: (exit: OpenExit | null): void =>
      set({ exit, ...(exit === null ? {} : { ...selectOnly(exit.block), tab: 'block' as const }) }),
    openPart(part: string): void {
      set({ part, ...selectOnly(null), exit: nextOpen(draftOf(get()).document, part, null), tab: 'block' });
    },
    /** Shows a block by its place, whatever part it is in. */
    jump(place: string): void {
      const { part, block } = splitPlace(place);
      const { document } = draftOf(get());
      if (!partsOf(document).includes(part) || !Object.hasOwn(blocksOf(document, part), block)) return;
      const view = get().view === 'json' ? 'canvas' : get().view;
      set({
        part,
        view,
        tab: 'block',
        ...selectOnly(block),
        exit: nextOpen(document, part, block),
        show: get().show + 1,
      });
    },
  };
}

function go(state: DesignerState, direction: Direction): string | null {
  const { document, layout } = draftOf(state);
  if (state.current === null) return entryOf(document, state.part) || null;
  return neighbour(document, layout, state.part, state.current, direction);
}

function travel(store: DesignerStore, step: typeof undone<Draft>): void {
  const state = store.get();
  if (state.readOnly) return;
  const history = step(state.history);
  const { document } = history.present;
  const part = partsOf(document).includes(state.part) ? state.part : MAIN;
  const blocks = blocksOf(document, part);
  const selected = new Set([...state.selected].filter((id) => Object.hasOwn(blocks, id)));
  const current = state.current !== null && selected.has(state.current) ? state.current : null;
  const exit = nextOpen(document, part, current);
  store.set({ history, part, selected, current, exit });
}
