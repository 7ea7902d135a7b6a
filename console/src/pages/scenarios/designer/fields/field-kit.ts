import { useTranslation } from 'react-i18next';
import type { DraftBlock } from '../model/document.ts';
import { BUILT_IN } from '../model/variables.ts';
import { documentOf } from '../state/store.ts';
import { useDesigner } from '../state/use-designer.ts';

/** Fields of a block by name; undefined takes one out. Which fields there are, the type's list says. */
export type Patch = Readonly<Record<string, unknown>>;
/** What an editor of a field gets. `key` names the step of the history. */
export type EditorProps<B extends DraftBlock = DraftBlock> = {
  readonly block: B;
  readonly put: (key: string, patch: Patch) => void;
};

/** The block with some fields changed. */
export function patched(block: DraftBlock, patch: Patch): DraftBlock {
  const fields = Object.entries({ ...block, ...patch }).filter(([, value]) => value !== undefined);
  // The server checks the result against the schema, and the problems list says what is wrong with it.
  return Object.fromEntries(fields) as unknown as DraftBlock;
}

/** Value of a field that may be left out. */
export const fieldOf = (block: DraftBlock, field: string): unknown =>
  (block as unknown as Readonly<Record<string, unknown>>)[field];

export type DesignerWords = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Words of the designer by their key below `scenarioDesigner`. */
export function useWords(): DesignerWords {
  const { t } = useTranslation();
  return (key, values) => t(`scenarioDesigner.${key}` as 'app.name', values ?? {});
}

/** Names of all variables that a block can read, the built-in ones last. */
export function useVariables(): readonly string[] {
  const variables = useDesigner((state) => documentOf(state).variables);
  return [...Object.keys(variables ?? {}), ...BUILT_IN];
}
