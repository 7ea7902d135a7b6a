import type { CallActivities, RecordRequest } from './types.ts';

export type CallRecords = {
  /** Makes sure that the call has its row: steps and the outcome refer to it. */
  begun(input: RecordRequest['input']): Promise<void>;
  steps(input: RecordRequest['input'], steps: RecordRequest['steps']): Promise<void>;
  end(input: RecordRequest['input'], end: NonNullable<RecordRequest['end']>): Promise<void>;
};

/** Writes a call's story and its outcome. Repeatable: steps have keys, and a call takes its first outcome only. */
export const createRecordCall =
  (records: CallRecords): CallActivities['recordCall'] =>
  async ({ input, steps, end }) => {
    await records.begun(input);
    await records.steps(input, steps);
    if (end !== undefined) await records.end(input, end);
  };
