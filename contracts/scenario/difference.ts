/** One changed field of a block or of the document, as short JSON; null: it was not there, or is no more. */
export type FieldChange = { field: string; before: string | null; after: string | null };

/** What a version changed at a block (`part/block`); `document`: settings beside the blocks. */
export type BlockDifference = {
  place: string;
  kind: 'added' | 'removed' | 'changed';
  type: string;
  label: string | null;
  changes: FieldChange[];
};
export type ScenarioDifference = { blocks: BlockDifference[]; document: FieldChange[] };
