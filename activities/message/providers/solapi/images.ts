import type { OutgoingText } from '../../../../contracts/message/provider.ts';
import { type Fate, fateBefore, later, refused } from '../shared/fate.ts';
import type { SolapiApi } from './api.ts';
import { errorWords, Uploaded } from './shapes.ts';

/** Solapi's own limit for an MMS; ours is higher. */
const MOST_BYTES = 200 * 1_024;

/** Id of an uploaded image, or what becomes of the texts that have it. */
export type Image = { fileId: string } | Fate;

/** Uploads each image of the texts once; by our id of the image. Nothing has been sent by that. */
export async function uploadImages(
  api: SolapiApi,
  texts: readonly OutgoingText[],
  timeLeft: () => number,
): Promise<ReadonlyMap<string, Image>> {
  const images = new Map(texts.flatMap(({ image }) => (image === null ? [] : [[image.id, image.bytes]])));
  const uploaded = new Map<string, Image>();
  for (const [id, bytes] of images) uploaded.set(id, await upload(api, id, bytes, timeLeft()));
  return uploaded;
}

async function upload(api: SolapiApi, id: string, bytes: Uint8Array, timeoutMs: number): Promise<Image> {
  if (bytes.byteLength > MOST_BYTES)
    return refused('ImageTooLarge', 'Solapi takes images of up to 200 KB in an MMS');
  const file = Buffer.from(bytes).toString('base64');
  const answer = await api('POST', 'storage/v1/files', timeoutMs, { file, type: 'MMS', name: `${id}.jpg` });
  const fate = fateBefore(answer, errorWords);
  if (fate !== undefined) return fate;
  const parsed = Uploaded.safeParse(answer.kind === 'answer' ? answer.body : undefined);
  return parsed.success ? { fileId: parsed.data.fileId } : later('the upload was not confirmed', 30_000);
}
