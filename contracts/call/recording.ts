import type { CallId } from '../ids.ts';

/** Name of the file into which verb number `verb` of a call records; the folder is the installation's business. */
export const recordingFile = (call: CallId, verb: number): string => `${call}-v${verb}.wav`;

/** Name of the file into which a whole call is recorded. */
export const wholeCallFile = (call: CallId): string => `${call}-full.wav`;
