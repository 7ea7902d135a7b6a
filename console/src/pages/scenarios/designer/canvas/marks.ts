import type { DesignerOverlay } from '../designer-props.ts';
import { blocksOf, type Document, partsOf, placeOf } from '../model/document.ts';
import type { BlockMarks } from './nodes.ts';

/** What lies over each block, by place. With coverage every block has a mark: those that no test walks most of all. */
export function marksOf(document: Document, overlay: DesignerOverlay | undefined): Map<string, BlockMarks> {
  const marks = new Map<string, BlockMarks>();
  const { coverage, figures, occupancy } = overlay ?? {};
  const add = (place: string, mark: BlockMarks): void =>
    void marks.set(place, { ...marks.get(place), ...mark });
  if (coverage !== undefined)
    for (const part of partsOf(document))
      for (const id of Object.keys(blocksOf(document, part))) {
        const place = placeOf(part, id);
        add(place, { covered: (coverage[place] ?? 0) > 0 });
      }
  for (const { place, entered, dropped, medianMs } of figures?.blocks ?? [])
    add(place, { entered, dropped, medianMs });
  for (const { place, calls } of occupancy?.blocks ?? []) add(place, { now: calls });
  return marks;
}
