import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { createPayloadCodec, type PayloadKeys } from './codec.ts';

/** Path, because the workflow sandbox loads its own copy. */
export const failureConverterPath = fileURLToPath(
  new URL('../../workflows/payload/failure-converter.ts', import.meta.url),
);

/** The one data converter of every client and worker; a different one anywhere would make histories unreadable. */
export function createDataConverter(keys: PayloadKeys): DataConverter {
  return { failureConverterPath, payloadCodecs: [createPayloadCodec(keys)] };
}
