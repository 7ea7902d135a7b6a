import type { CallActivities, RecordRequest } from './types.ts';

export type CallRecords = {
  /** Writes the call's row, which the switch worker could not. */
  begun(input: RecordRequest['input']): Promise<void>;
  steps(input: RecordRequest['input'], steps: RecordRequest['steps']): Promise<void>;
  /** False when there is no row to write the outcome to. */
  end(input: RecordRequest['input'], end: NonNullable<RecordRequest['end']>): Promise<boolean>;
};

/** Writes a call's story and its outcome. Repeatable: steps have keys, and a call takes its first outcome only. */
export const createRecordCall =
  (records: CallRecords): CallActivities['recordCall'] =>
  async ({ input, steps, end }) => {
    await records.steps(input, steps);
    if (end === undefined || (await records.end(input, end))) return;
    await records.begun(input);
    await records.end(input, end);
  };
