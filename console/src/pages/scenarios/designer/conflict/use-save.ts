import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ScenarioConflict, ScenarioView } from '../../../../../../contracts/api/scenarios.ts';
import { SCENARIOS } from '../../scenarios-query.ts';
import type { Draft } from '../model/document.ts';
import { beginHistory } from '../model/history.ts';
import { type Merge, mergeDrafts } from '../model/merge.ts';
import { readDraft } from '../model/read-document.ts';
import { draftOf } from '../state/store.ts';
import type { DesignerKit } from '../state/use-designer.ts';
import { saveDraft } from './save.ts';

/** Somebody else's save, and what putting both together would give. */
export type Collision = {
  readonly theirs: ScenarioConflict;
  readonly merge: Merge | null;
};

/** Saving of the draft, and the choice when somebody was faster. */
export function useSave(
  { store }: DesignerKit,
  id: string,
  onSaved: ((saved: ScenarioView) => void) | undefined,
) {
  const client = useQueryClient();
  const [collision, setCollision] = useState<Collision | null>(null);
  const save = useMutation({
    mutationFn: async ({ draft, revision }: { draft: Draft; revision: number }) => ({
      draft,
      answer: await saveDraft(id, revision, draft),
    }),
    onSuccess: ({ draft, answer }) => {
      if (answer.kind === 'conflict') {
        const theirs = readDraft(answer.conflict.current.document, answer.conflict.current.layout);
        const merge = theirs === null ? null : mergeDrafts(store.get().saved, draft, theirs);
        setCollision({ theirs: answer.conflict, merge });
        return;
      }
      setCollision(null);
      store.set({ saved: draft, revision: answer.scenario.revision });
      void client.invalidateQueries({ queryKey: SCENARIOS });
      onSaved?.(answer.scenario);
    },
  });
  const { mutate, isPending } = save;
  const now = useCallback(() => {
    const state = store.get();
    if (state.readOnly || isPending || state.saved === draftOf(state)) return;
    mutate({ draft: draftOf(state), revision: state.revision });
  }, [store, mutate, isPending]);
  const choose = useCallback(
    (choice: 'theirs' | 'mine' | 'merged') => {
      if (collision === null) return;
      const { current } = collision.theirs;
      const theirs = readDraft(current.document, current.layout);
      if (choice === 'theirs' && theirs !== null) {
        store.set({
          history: beginHistory(theirs),
          saved: theirs,
          revision: current.revision,
          selected: new Set(),
          current: null,
          exit: null,
        });
        setCollision(null);
      } else if (choice === 'mine') mutate({ draft: draftOf(store.get()), revision: current.revision });
      else if (collision.merge?.merged != null) {
        const { merged } = collision.merge;
        store.change(merged);
        mutate({ draft: merged, revision: current.revision });
      }
    },
    [collision, store, mutate],
  );
  return { now, choose, collision, close: () => setCollision(null), pending: isPending, error: save.error };
}
