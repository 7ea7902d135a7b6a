import type { MessageProblem } from '../../../../../../contracts/api/messages.ts';

/** Why the api takes no file as a whole, by its codes. */
export type SheetRefusal =
  | ('file-too-large' | 'no-spreadsheet' | 'old-excel' | 'encrypted' | 'damaged' | 'too-many-entries')
  | ('bad-entry-name' | 'unpacks-too-large' | 'packed-too-tight' | 'markup-not-allowed' | 'no-sheet')
  | ('no-people' | 'too-many-lines' | 'too-many-columns' | 'cell-too-long' | 'value-too-long')
  | ('too-much-text' | 'unknown-letters' | 'too-slow' | 'needs-too-much' | 'heading-invalid')
  | ('heading-twice' | 'too-many-variables' | 'no-number-column');

/** A refusal as the api gave it. */
export type SheetProblem = Pick<MessageProblem, 'code' | 'message' | 'row'>;
