import type { Core } from '../core/core.ts';

/** An API command: gets what follows its name and answers once, at once or later. */
export type ApiCommand = (core: Core, args: string, done: (text: string) => void) => void;

/** Wraps a command that answers at once. */
export function immediate(run: (core: Core, args: string) => string): ApiCommand {
  return (core, args, done) => done(run(core, args));
}

/** What every command says of a channel that is gone (11-). */
export const noSuchChannel = '-ERR No such channel!\n';

/** Splits `<uuid> <rest>` without touching the rest. */
export function firstWord(args: string): [word: string, rest: string] {
  const trimmed = args.trimStart();
  const blank = trimmed.indexOf(' ');
  return blank < 0 ? [trimmed.trimEnd(), ''] : [trimmed.slice(0, blank), trimmed.slice(blank + 1)];
}
