import { type ForeignNumber, readForeignNumber } from './foreign-number.ts';
import { type KrNumber, readKrNumber } from './kr-number.ts';

export type ReadNumber = KrNumber | ForeignNumber;

/** A number of the public network, Korean or foreign, as typed; undefined when it is none. */
export const readNumber = (text: string): ReadNumber | undefined =>
  readKrNumber(text) ?? readForeignNumber(text);
