import type { SimulatedAnswer, SimulationGiven } from '../../../../../contracts/scenario/simulation.ts';

/** What a simulated call depends on before anybody does anything. `at`: `YYYY-MM-DDTHH:mm:ss` in Seoul, as fields have it. */
export type Setup = {
  readonly at: string;
  readonly caller: string;
  readonly called: string;
  readonly seed: number;
  readonly hours: SimulationGiven['hours'] | null;
};

/** What caller, far end or another system did, in the order in which somebody decided it: one step back takes the last. */
export type Decision =
  | { readonly kind: 'input'; readonly word: string }
  | { readonly kind: 'http'; readonly answer: SimulatedAnswer };

/** Korea has had no daylight saving since 1988. */
const SEOUL_MS = 9 * 3_600_000;

/** A call that comes in now. @param now epoch ms */
export const newSetup = (now: number): Setup => ({
  at: localTime(now),
  caller: '07012345678',
  called: '15880000',
  seed: 1,
  hours: null,
});

/** Instant → what a field of date and time holds, in Seoul. */
export const localTime = (at: string | number): string =>
  new Date(new Date(at).getTime() + SEOUL_MS).toISOString().slice(0, 19);

/** A field of date and time leaves the seconds out when there are none. */
const isoOf = (at: string): string => `${at.length === 16 ? `${at}:00` : at}+09:00`;

/** What the api is asked. */
export const givenOf = (
  { at, caller, called, seed, hours }: Setup,
  decisions: readonly Decision[],
): SimulationGiven => ({
  at: isoOf(at),
  caller,
  called,
  seed,
  inputs: decisions.flatMap((one) => (one.kind === 'input' ? [one.word] : [])),
  http: decisions.flatMap((one) => (one.kind === 'http' ? [one.answer] : [])),
  ...(hours === null || hours === undefined ? {} : { hours }),
});

/** A kept call, to be gone on with. */
export const setupOf = (given: SimulationGiven): { setup: Setup; decisions: readonly Decision[] } => ({
  setup: {
    at: localTime(given.at),
    caller: given.caller,
    called: given.called,
    seed: given.seed,
    hours: given.hours ?? null,
  },
  decisions: [
    ...given.http.map((answer) => ({ kind: 'http' as const, answer })),
    ...given.inputs.map((word) => ({ kind: 'input' as const, word })),
  ],
});
