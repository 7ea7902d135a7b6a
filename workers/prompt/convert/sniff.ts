export type SoundFormat = 'wav' | 'mp3' | 'ogg' | 'other-audio' | 'none';

const starts = (file: Buffer, text: string, at = 0): boolean =>
  file.toString('latin1', at, at + text.length) === text;

/** Formats that are sound, but none that we read: the answer then says which ones are. */
function isOtherAudio(file: Buffer): boolean {
  const signs: readonly [string, number][] = [
    ['fLaC', 0],
    ['ftyp', 4],
    ['FORM', 0],
    ['#!AMR', 0],
    ['.snd', 0],
    ['RF64', 0],
    ['\x1aE\xdf\xa3', 0],
    ['0&\xb2u\x8ef\xcf\x11', 0],
  ];
  return signs.some(([sign, at]) => starts(file, sign, at));
}

/** What a file is by its first bytes; names and declared types are not asked. */
export function sniff(file: Buffer): SoundFormat {
  if (starts(file, 'RIFF') && starts(file, 'WAVE', 8)) return 'wav';
  if (starts(file, 'OggS')) return 'ogg';
  if (starts(file, 'ID3')) return 'mp3';
  if (isOtherAudio(file)) return 'other-audio';
  // Eleven set bits, then a version that exists: MPEG audio. Layer 0 would be AAC in ADTS.
  const [first = 0, second = 0] = file;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return 'none';
  return (second & 0x06) === 0 ? 'other-audio' : 'mp3';
}
