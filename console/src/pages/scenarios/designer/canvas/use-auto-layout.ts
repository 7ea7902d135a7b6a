import { useEffect } from 'react';
import { needsLayout } from '../model/placing.ts';
import { draftOf } from '../state/store.ts';
import { useDesigner, useKit } from '../state/use-designer.ts';
import { layOutPart } from './lay-out-part.ts';

/** Gives a part its places when some of its blocks have none, as in a document that came from elsewhere. */
export function useAutoLayout(): void {
  const { store, actions } = useKit();
  const part = useDesigner((state) => state.part);
  const missing = useDesigner((state) => needsLayout(draftOf(state), state.part));
  useEffect(() => {
    if (!missing) return undefined;
    let over = false;
    const draft = draftOf(store.get());
    layOutPart(draft.document, part)
      .then((places) => {
        if (!over) actions.arrange(places, false);
      })
      // Without a worker everything stands at one place, and the list says the same in words.
      .catch(() => store.set({ view: 'list' }));
    return () => {
      over = true;
    };
  }, [missing, part, store, actions]);
}
