import type { TenantId } from '../../contracts/ids.ts';
import type { PromptKind, PromptSource } from '../../contracts/prompt/kinds.ts';
import type { Language } from '../../contracts/scenario/language.ts';

/** A file of a prompt in one language; instants in ms. `prompt` null: speech of a text in a block. */
export type PromptFileRow = {
  id: string;
  tenant: TenantId;
  prompt: string | null;
  language: Language;
  path: string;
  sha256: string;
  ms: number;
  text: string;
  source: PromptSource;
  voice: string | null;
  createdAt: number;
  createdBy: string | null;
};

/** A prompt with its current files. */
export type PromptRow = {
  id: string;
  tenant: TenantId;
  name: string;
  kind: PromptKind;
  updatedAt: number;
  files: PromptFileRow[];
  /** Scenarios whose draft or live version names it. */
  uses: number;
};

export type PromptFileRecord = Omit<PromptFileRow, 'createdAt' | 'createdBy'> & {
  created_at: Date;
  createdBy: string | null;
};

/** Columns of `prompt_files` with the name of who made the file. */
export const FILE_COLUMNS = [
  'id',
  'tenant',
  'prompt',
  'language',
  'path',
  'sha256',
  'ms',
  'text',
  'source',
  'voice',
  'created_at',
] as const;

/** A record as the rest of the product knows it. */
export const toFileRow = ({ created_at, ...record }: PromptFileRecord): PromptFileRow => ({
  ...record,
  createdAt: created_at.getTime(),
});
