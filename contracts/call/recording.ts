import type { CallId } from '../ids.ts';

/** Name of the file into which verb number `verb` of a call records; the folder is the installation's business. */
export const recordingFile = (call: CallId, verb: number): string => `${call}-v${verb}.wav`;
