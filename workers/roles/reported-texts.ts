import type { ProviderWord } from '../../contracts/message/provider.ts';

type Name = ProviderWord['by'];

export type ReportedTexts = {
  /** Notes texts to be asked for; returns at once, never fails. */
  note(names: readonly Name[]): void;
  close(): Promise<void>;
};

export type ReportedTextsParts = {
  /** Asks the provider and writes down what it says. */
  ask(names: readonly Name[]): Promise<void>;
  warn(error: unknown): void;
  /** Calls back after so many ms, once. */
  later?: (ms: number, run: () => void) => void;
};

/** Providers report one by one: those of a second are asked for together. */
const GATHER_MS = 1_000;
/** A flood costs the provider no more than this at once; the regular look-up finds the rest. */
const MOST = 5_000;

const keyOf = (name: Name): string => ('ref' in name ? `ref ${name.ref}` : `id ${name.providerId}`);

/** Gathers what unsigned reports are about, and asks for it, one question at a time. */
export function createReportedTexts({ ask, warn, later = inTime }: ReportedTextsParts): ReportedTexts {
  const noted = new Map<string, Name>();
  let timed = false;
  let asking: Promise<void> | undefined;

  function arrange(): void {
    if (timed || asking !== undefined || noted.size === 0) return;
    timed = true;
    later(GATHER_MS, () => {
      timed = false;
      const names = [...noted.values()];
      noted.clear();
      asking = ask(names)
        .catch(warn)
        .finally(() => {
          asking = undefined;
          arrange();
        });
    });
  }
  return {
    note(names) {
      for (const name of names) if (noted.size < MOST) noted.set(keyOf(name), name);
      arrange();
    },
    async close() {
      noted.clear();
      await asking;
    },
  };
}

const inTime = (ms: number, run: () => void): void => void setTimeout(run, ms).unref();
