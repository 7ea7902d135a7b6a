import { parseArgs } from 'node:util';

/** How long and how hard; every field can be set on the command line. */
export type BenchOptions = {
  readonly json: boolean;
  readonly save: boolean;
  readonly baselines: boolean;
  /** Calls of each idle measurement. */
  readonly idleCalls: number;
  /** Length of each loaded measurement, s. */
  readonly seconds: number;
  /** Three-menu calls a second. */
  readonly rate: number;
  /** Calls of the measurement with many at once. */
  readonly atOnce: number;
  /** Each measurement is cut into so many pieces, which take turns. */
  readonly rounds: number;
  readonly warmUpCalls: number;
  /** Rows of the table that `list` reads. */
  readonly rows: number;
  /** People of the message that `messages` sends. */
  readonly recipients: number;
  /** Names of the series to measure; all when empty. */
  readonly only: readonly string[];
};

type Lengths = Pick<BenchOptions, 'idleCalls' | 'seconds' | 'rounds' | 'warmUpCalls'>;

const USUAL: Lengths = { idleCalls: 16, seconds: 24, rounds: 2, warmUpCalls: 40 };
/** What CI has time for: about a minute with the start of the engine. */
const QUICK: Lengths = { idleCalls: 6, seconds: 10, rounds: 1, warmUpCalls: 20 };
/** What is published. */
const LONG: Lengths = { idleCalls: 100, seconds: 120, rounds: 4, warmUpCalls: 200 };

const OPTIONS = {
  json: { type: 'boolean', default: false },
  save: { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
  long: { type: 'boolean', default: false },
  'no-baselines': { type: 'boolean', default: false },
  'idle-calls': { type: 'string' },
  seconds: { type: 'string' },
  rate: { type: 'string', default: '10' },
  'at-once': { type: 'string' },
  rounds: { type: 'string' },
  rows: { type: 'string' },
  recipients: { type: 'string' },
  only: { type: 'string', default: '' },
} as const;

export type BenchCommand = { readonly name: string; readonly options: BenchOptions };

/** Takes the arguments after the program's name; throws TypeError on unknown ones. */
export function readOptions(argv: readonly string[]): BenchCommand {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  const lengths = values.quick ? QUICK : values.long ? LONG : USUAL;
  const number = (text: string | undefined, usual: number): number => {
    const value = Number(text ?? usual);
    if (!Number.isFinite(value) || value < 0) throw new TypeError(`${text} is not a number`);
    return value;
  };
  return {
    name: positionals[0] ?? '',
    options: {
      json: values.json,
      save: values.save,
      baselines: !values['no-baselines'] && !values.quick,
      idleCalls: number(values['idle-calls'], lengths.idleCalls),
      seconds: number(values.seconds, lengths.seconds),
      rate: number(values.rate, 10),
      atOnce: number(values['at-once'], values.quick ? 0 : 50),
      rounds: Math.max(1, number(values.rounds, lengths.rounds)),
      warmUpCalls: lengths.warmUpCalls,
      rows: number(values.rows, values.quick ? 20_000 : 1_000_000),
      recipients: number(values.recipients, values.quick ? 1_000 : 10_000),
      only: values.only.split(',').filter((name) => name !== ''),
    },
  };
}
