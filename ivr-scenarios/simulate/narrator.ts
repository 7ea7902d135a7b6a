import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { Verb } from '../../contracts/call/verb.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import type { SimulationLine } from '../../contracts/scenario/simulation.ts';
import type { StepResult } from '../engine/result.ts';
import type { FarEvent } from './far-end.ts';
import { lineOfEvent, lineOfStep, lineOfVerb } from './lines.ts';
import type { Listener } from './run-call.ts';

export type Told = { lines: SimulationLine[]; verbs: Verb[]; steps: StepRecord[] };
export type Narrator = Listener & { told(): Told; place(): string };

/** Writes down what people would notice of a call. @param begin instant of its arrival, ms */
export function createNarrator(catalog: PromptCatalog, begin: number): Narrator {
  const lines: SimulationLine[] = [];
  const verbs: Verb[] = [];
  const records = new Map<number, StepRecord>();
  let place = '';

  const tell = (line: ReturnType<typeof lineOfVerb>, where: string, at: number): void => {
    if (line !== undefined) lines.push({ ...line, place: where, atMs: at - begin });
  };

  return {
    result: (result, at) => {
      const fresh = result.steps.filter(({ seq }) => !records.has(seq));
      for (const record of result.steps) records.set(record.seq, record);
      for (const { line, where } of linesOf(result, fresh, [...records.values()], catalog))
        tell(line, where, at);
      verbs.push(...result.verbs);
      place = placeOf(result) ?? place;
      if (result.ended === undefined) return;
      const text = `${result.ended.result}/${result.ended.reason}`;
      lines.push({ kind: 'outcome', place: 'engine/end', text, prompts: [], atMs: at - begin });
    },
    event: (event, at) => tell(lineOfEvent(event, isSecret(event, verbs)), place, at),
    told: () => ({ lines, verbs, steps: [...records.values()].sort((left, right) => left.seq - right.seq) }),
    place: () => place,
  };
}

type Placed = { line: ReturnType<typeof lineOfVerb>; where: string; seq: number };

/** Lines of verbs and notes by the order of the blocks that they belong to. */
function linesOf(
  result: StepResult,
  fresh: readonly StepRecord[],
  records: readonly StepRecord[],
  catalog: PromptCatalog,
): Placed[] {
  const ofVerbs = result.verbs.map((verb): Placed => {
    const record = recordOf(verb, records);
    return { line: lineOfVerb(verb, catalog), where: record?.block ?? '', seq: record?.seq ?? 0 };
  });
  const notes = fresh.map(
    (record): Placed => ({ line: lineOfStep(record), where: record.block, seq: record.seq }),
  );
  return [...notes, ...ofVerbs].sort((left, right) => left.seq - right.seq);
}

/** Records name the first verb of their block; those after it are of the same block until the next record's. */
function recordOf({ verb }: Verb, records: readonly StepRecord[]): StepRecord | undefined {
  let found: StepRecord | undefined;
  for (const record of records) {
    if (record.verb === undefined || record.verb > verb || record.block === 'engine/promptFailed') continue;
    if (found?.verb === undefined || record.verb >= found.verb) found = record;
  }
  return found;
}

function placeOf({ snapshot }: StepResult): string | undefined {
  const frame = snapshot.frames.at(-1);
  return frame === undefined || frame.block === '' ? undefined : `${frame.part}/${frame.block}`;
}

const isSecret = (event: FarEvent, verbs: readonly Verb[]): boolean =>
  event.type === 'collected' &&
  verbs.some((verb) => verb.kind === 'collect' && verb.secret && verb.verb === event.verb);
