import type { PromptFileView, PromptView } from '../../contracts/api/prompts.ts';
import type { PromptFileRow, PromptRow } from '../../db/repositories/prompt-row.ts';
import { iso } from '../http/iso.ts';

const toFileView = (file: PromptFileRow): PromptFileView => ({
  language: file.language,
  path: file.path,
  ms: file.ms,
  text: file.text,
  source: file.source,
  voice: file.voice,
  createdAt: iso(file.createdAt),
  createdBy: file.createdBy,
});

/** A prompt on the wire. */
export const toPromptView = ({ files, updatedAt, ...row }: PromptRow): PromptView => ({
  ...row,
  languages: files.map(({ language }) => language),
  text: files.find(({ text }) => text !== '')?.text ?? null,
  files: files.map(toFileView),
  updatedAt: iso(updatedAt),
});
