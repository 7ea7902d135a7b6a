import test from 'ava';
import fc from 'fast-check';
import { exif, JFIF, jpeg, segment } from '../testing/make-jpeg.ts';
import { checkImage } from './check-image.ts';
import { readJpeg } from './read-jpeg.ts';

const SECRET = 'GPS 37.5665 126.9780';
const codeOf = (file: Buffer): unknown => {
  try {
    return checkImage(file).warnings.length;
  } catch (error) {
    return (error as { problems?: { code: string }[] }).problems?.[0]?.code;
  }
};

test('what was written beside a picture is left out, the picture stays as it was', (t) => {
  const adobe = segment(0xee, 'Adobe\0d\0\0\0\0\x01');
  const preview = segment(0xe0, `JFXX\0${SECRET}`);
  const notes = [
    exif(1, SECRET),
    segment(0xe2, SECRET),
    segment(0xed, SECRET),
    segment(0xfe, SECRET),
    preview,
  ];
  const fill = Buffer.from([0xff, 0xff]);
  const scans = Buffer.concat([
    Buffer.from([1, 2]),
    segment(0xfe, SECRET),
    segment(0xda, 'x'),
    Buffer.from([3]),
  ]);
  const given = jpeg(320, 240, {
    before: [JFIF, ...notes, fill, adobe],
    frame: 0xc2,
    data: scans,
    after: [Buffer.from(SECRET)],
  });
  const { bytes, warnings } = checkImage(given);
  t.deepEqual(
    bytes,
    jpeg(320, 240, {
      before: [JFIF, adobe],
      frame: 0xc2,
      data: Buffer.concat([Buffer.from([1, 2]), segment(0xda, 'x'), Buffer.from([3])]),
    }),
  );
  t.deepEqual(warnings, []);
});

test('another size than 320×240 is warned of, and a picture that was taken sideways', (t) => {
  t.regex(checkImage(jpeg(640, 480)).warnings.join(), /320×240 .*640×480/);
  t.regex(checkImage(jpeg(320, 240, { before: [exif(6, '')] })).warnings.join(), /누워/);
});

test('what is no ordinary JPEG, or too large, is refused by its code', (t) => {
  const whole = jpeg(320, 240);
  const refused: [Buffer, string | number][] = [
    [Buffer.alloc(0), 'no-jpeg'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'no-jpeg'],
    [Buffer.from('GIF89a'), 'no-jpeg'],
    [Buffer.from('<svg onload="x"/>'), 'no-jpeg'],
    [Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'damaged'],
    [jpeg(0, 240), 'damaged'],
    [jpeg(320, 0), 'damaged'],
    [jpeg(320, 240, { frame: 0xc3 }), 'unusual'],
    [jpeg(320, 240, { frame: 0xc9 }), 'unusual'],
    [jpeg(1_500, 1_440), 1],
    [jpeg(1_501, 1_440), 'image-too-wide'],
    [jpeg(1_500, 1_441), 'image-too-wide'],
    [jpeg(320, 240, { data: Buffer.alloc(300_000 - whole.length + 8) }), 0],
    [jpeg(320, 240, { data: Buffer.alloc(300_000 - whole.length + 9) }), 'image-too-large'],
    [jpeg(320, 240, { before: [JFIF, ...Array.from({ length: 6 }, () => exif(1, 'x'.repeat(60_000)))] }), 0],
  ];
  for (const [file, code] of refused) t.is(codeOf(file), code, file.subarray(0, 20).toString('hex'));
  for (let end = 0; end < whole.length; end += 1) t.is(typeof codeOf(whole.subarray(0, end)), 'string');
});

test('whatever the bytes are, they are read to a verdict that can be read again', (t) => {
  const good = jpeg(320, 240, { before: [JFIF, exif(3, SECRET)] });
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), fc.uint8Array({ maxLength: 40 }), (at, value, tail) => {
      const file = Buffer.concat([good, Buffer.from(tail)]);
      file[at] = value;
      const read = readJpeg(file);
      return !read.ok || readJpeg(read.bytes).ok;
    }),
    { numRuns: 2_000 },
  );
  t.pass();
});
