import type { Request } from 'express';
import { CallwrightError } from '../../contracts/errors.ts';

/** Reads a body of any type as it is. Throws `request/too-large` beyond `limit` bytes, without reading the rest. */
export async function readBody(request: Request, limit: number): Promise<Buffer> {
  const tooLarge = new CallwrightError('request/too-large', `the body is larger than ${limit} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
