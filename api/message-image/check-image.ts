import { IMAGE_LIMIT, IMAGE_RECOMMENDED } from '../../contracts/message/sizes.ts';
import { Refusal } from '../http/refusal.ts';
import { readJpeg } from './read-jpeg.ts';

export type CheckedImage = { bytes: Buffer; width: number; height: number; warnings: string[] };

/** Naver SENS takes no larger picture (sens-sms-attachment-create); the strictest of the providers counts. */
const LARGEST = { width: 1_500, height: 1_440 } as const;

const PROBLEMS = {
  'no-jpeg': 'JPEG 사진만 보낼 수 있습니다',
  damaged: '사진 파일이 깨져 있습니다',
  unusual: '휴대폰이 보여 주지 못하는 JPEG입니다. 일반 JPEG로 다시 저장해 올리십시오',
  'image-too-large': `사진은 ${IMAGE_LIMIT / 1_000}KB보다 작아야 합니다`,
  'image-too-wide': `사진은 ${LARGEST.width.toLocaleString('en')}×${LARGEST.height.toLocaleString('en')} 안이어야 합니다`,
} as const;

const refusal = (code: keyof typeof PROBLEMS): Refusal =>
  new Refusal('message/refused', [{ code, message: PROBLEMS[code], field: 'image', row: null }]);

/** A picture for an MMS (A13), without what was written beside it; measured as it would be sent. Throws a `Refusal`. */
export function checkImage(file: Buffer): CheckedImage {
  const read = readJpeg(file);
  if (!read.ok) throw refusal(read.problem);
  const { bytes, width, height, turned } = read;
  if (bytes.length >= IMAGE_LIMIT) throw refusal('image-too-large');
  if (width > LARGEST.width || height > LARGEST.height) throw refusal('image-too-wide');
  const warnings: string[] = [];
  if (width !== IMAGE_RECOMMENDED.width || height !== IMAGE_RECOMMENDED.height)
    warnings.push(
      `${IMAGE_RECOMMENDED.width}×${IMAGE_RECOMMENDED.height} 크기를 권합니다. 이 사진은 ${width}×${height}입니다`,
    );
  if (turned) warnings.push('돌려 찍은 사진이라 누워 보일 수 있습니다. 바로 돌려 저장한 뒤 올리십시오');
  return { bytes, width, height, warnings };
}
