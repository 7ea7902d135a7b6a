import type { AudioProblem, SpeechProblem } from '../../contracts/prompt/kinds.ts';
import { Refusal } from '../http/refusal.ts';

/** What a person is told; the console has its own words for each code, in his language. */
const AUDIO: Readonly<Record<AudioProblem, string>> = {
  empty: '빈 파일입니다 · The file is empty',
  'too-large': '파일은 10MB를 넘을 수 없습니다 · The file is larger than 10 MB',
  'too-long': '소리는 10분을 넘을 수 없습니다 · The sound is longer than 10 minutes',
  'too-short': '소리가 너무 짧습니다 (0.1초 이상) · The sound is shorter than 0.1 s',
  'no-audio': '소리 파일이 아닙니다. WAV, MP3, OGG를 올리십시오 · This is no sound: send WAV, MP3 or OGG',
  unsupported:
    '읽을 수 없는 형식입니다. WAV, MP3, OGG(Vorbis·Opus)로 바꿔 올리십시오 · This format is not read: send WAV, MP3 or OGG (Vorbis, Opus)',
  damaged:
    '파일이 깨졌거나 끝까지 오지 않았습니다. 다시 저장해 올리십시오 · The file is damaged or cut off: save it again',
  'too-much-work':
    '제한 시간 안에 읽을 수 없는 파일입니다. WAV로 다시 저장해 올리십시오 · The file could not be read in time: save it as WAV',
};

const SPEECH: Readonly<Record<SpeechProblem, string>> = {
  'no-voice':
    '음성 합성이 설정되지 않았습니다. SPEECH_PROVIDER에 polly를 정하거나 espeak-ng를 설치하십시오 · No voice is configured: set SPEECH_PROVIDER=polly, or install espeak-ng',
  'no-such-voice': '없는 목소리입니다 · There is no such voice in this language',
  'nothing-to-say': '읽을 말이 없습니다 · There is nothing to say in it',
  throttled: '요청이 많아 잠시 뒤 다시 하십시오 · Too many requests: try again in a moment',
  unavailable:
    '음성 합성이 응답하지 않습니다. 잠시 뒤 다시 하십시오 · The speech service does not answer: try again',
  refused:
    '음성 합성이 거절했습니다. 열쇠와 권한을 확인하십시오 · The speech service refused: check its keys and rights',
};
const FOR_NOW: readonly SpeechProblem[] = ['throttled', 'unavailable'];

/** A file that is not taken. */
export const audioRefusal = (code: AudioProblem): Refusal =>
  new Refusal('prompt/refused', [{ code, message: AUDIO[code], field: 'file', row: null }]);

/** Words that were not spoken; 503 for what passes by itself. */
export const speechRefusal = (code: SpeechProblem): Refusal =>
  new Refusal(FOR_NOW.includes(code) ? 'speech/unavailable' : 'prompt/refused', [
    { code, message: SPEECH[code], field: 'text', row: null },
  ]);
