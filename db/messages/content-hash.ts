import { createHash } from 'node:crypto';
import type { MessageRequest } from '../../contracts/message/request.ts';

/** SHA-256 (hex) of what is wanted, but for its key; the order in which fields were written makes no difference. */
export const contentHash = ({ key: _key, ...content }: MessageRequest): string =>
  createHash('sha256').update(JSON.stringify(content, sorted)).digest('hex');

const sorted = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
