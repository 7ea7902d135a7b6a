import { IMAGE_LIMIT } from '../../../../../../contracts/message/sizes.ts';
import { shrinkTries } from './shrink-plan.ts';

/** An image that carriers take; `was`: bytes of the file when it was written anew. */
export type ReadyImage = { readonly jpeg: Blob; readonly was: number | null };

/**
 * The file as a JPEG below 300 KB: as it is when it already is one and nothing more, otherwise drawn anew, upright as
 * the camera held it. Undefined: the browser cannot read it as a picture, or it stays too large.
 */
export async function readyImage(file: File): Promise<ReadyImage | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return undefined;
  try {
    const fits = file.type === 'image/jpeg' && file.size < IMAGE_LIMIT;
    if (fits && !(await tellsMore(file))) return { jpeg: file, was: null };
    for (const { width, height, quality } of shrinkTries(picture.width, picture.height)) {
      const jpeg = await drawn(picture, width, height, quality);
      if (jpeg !== undefined && jpeg.size < IMAGE_LIMIT) return { jpeg, was: file.size };
    }
    return undefined;
  } finally {
    picture.close();
  }
}

/** What a camera writes beside the picture: how it was held, which phones ignore, and often where it was taken. */
async function tellsMore(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 65_536).arrayBuffer());
  return new TextDecoder('latin1').decode(head).includes('Exif\0');
}

async function drawn(
  picture: ImageBitmap,
  width: number,
  height: number,
  quality: number,
): Promise<Blob | undefined> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (pen === null) return undefined;
  // What shone through becomes white: a JPEG has no transparency, and black would be the rest.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}
