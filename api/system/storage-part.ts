import type { SystemPartView } from '../../contracts/api/system.ts';
import { adviceFor } from './advice.ts';
import { timesOf } from './facts.ts';
import type { StorageState } from './system-parts.ts';

const GIB = 1_073_741_824;
/** A working day of recordings of a small centre. */
const LOW_BYTES = 2 * GIB;

const inGib = (bytes: number): string => (bytes / GIB).toFixed(1);

/** Where recordings are kept. `failure`: why it could not even be asked. */
export function storagePart(
  found: { state: StorageState } | { failure: string },
  now: number,
): SystemPartView {
  const part = { part: 'storage', title: { ko: '녹음 저장소', en: 'Storage of recordings' }, version: null };
  const word = (ok: boolean, lastError?: string) =>
    timesOf([
      {
        ok,
        ageMs: 0,
        ...(ok ? { lastSuccessAt: now } : { lastErrorAt: now, lastError: lastError ?? 'not writable' }),
      },
    ]);
  if ('failure' in found || !found.state.writable) {
    const why = 'failure' in found ? found.failure : undefined;
    return {
      ...part,
      state: 'down',
      detail: null,
      ...word(false, why),
      advice: adviceFor('storage/not-writable'),
    };
  }
  const { state } = found;
  if (state.kind === 's3')
    return { ...part, state: 'ok', detail: { ko: 'S3', en: 'S3' }, ...word(true), advice: null };
  const low = state.freeBytes < LOW_BYTES;
  const [free, total] = [inGib(state.freeBytes), inGib(state.totalBytes)];
  return {
    ...part,
    state: low ? 'degraded' : 'ok',
    detail: { ko: `남은 공간 ${free} / ${total} GiB`, en: `${free} of ${total} GiB free` },
    ...word(true),
    advice: low ? adviceFor('storage/low') : null,
  };
}
