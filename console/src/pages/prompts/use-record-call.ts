import { useQuery } from '@tanstack/react-query';
import type { RecordCallView } from '../../../../contracts/api/prompts.ts';
import { get } from '../../api/client.ts';

const LOOK_MS = 1_000;

const isOver = (call: RecordCallView | undefined): boolean =>
  call?.state === 'done' || call?.state === 'failed';

/** How far a recording by telephone is, looked at until it is over; undefined before it began. */
export function useRecordCall(prompt: string, begun: RecordCallView | undefined): RecordCallView | undefined {
  const call = useQuery({
    queryKey: ['prompt-record-call', prompt, begun?.id],
    queryFn: get<RecordCallView>(`/prompts/${prompt}/record-calls/${begun?.id ?? ''}`),
    enabled: begun !== undefined,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : LOOK_MS),
  });
  return call.data ?? begun;
}
