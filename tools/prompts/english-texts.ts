/** What the shipped English pieces say: path below `prompts/` → text. */
const ONES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = [
  ...['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen'],
  ...['eighteen', 'nineteen'],
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
  ...['eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth'],
  ...['eighteenth', 'nineteenth', 'twentieth', 'twenty-first', 'twenty-second', 'twenty-third'],
  ...['twenty-fourth', 'twenty-fifth', 'twenty-sixth', 'twenty-seventh', 'twenty-eighth'],
  ...['twenty-ninth', 'thirtieth', 'thirty-first'],
];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];

const numbered = (folder: string, words: readonly string[], number: (index: number) => number) =>
  Object.fromEntries(words.map((word, index) => [`en/${folder}${number(index)}.wav`, word]));

/** One and several of what is counted; `floors` and `place` are said before the number. */
const UNITS: Record<string, readonly [string, string]> = {
  people: ['person', 'people'],
  items: ['item', 'items'],
  cases: ['case', 'cases'],
  times: ['time', 'times'],
  minutes: ['minute', 'minutes'],
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
};

export const ENGLISH_TEXTS: Record<string, string> = {
  ...numbered('digit/', ONES, (index) => index),
  ...numbered('number/', TEENS, (index) => index + 10),
  ...numbered('number/', TENS, (index) => (index + 2) * 10),
  ...numbered('ordinal/', ORDINALS, (index) => index + 1),
  ...numbered('date/month-', MONTHS, (index) => index + 1),
  ...Object.fromEntries(
    Object.entries(UNITS).flatMap(([unit, [one, several]]) => [
      [`en/unit/${unit}-one.wav`, one],
      [`en/unit/${unit}.wav`, several],
    ]),
  ),
  'en/digit/star.wav': 'star',
  'en/digit/hash.wav': 'pound',
  'en/number/hundred.wav': 'hundred',
  'en/number/thousand.wav': 'thousand',
  'en/number/million.wav': 'million',
  'en/number/billion.wav': 'billion',
  'en/number/minus.wav': 'minus',
  'en/number/oh.wav': 'oh',
  'en/unit/floor.wav': 'floor',
  'en/unit/place.wav': 'number',
  'en/unit/won.wav': 'won',
  'en/time/am.wav': 'a.m.',
  'en/time/pm.wav': 'p.m.',
  'en/time/noon.wav': 'noon',
  'en/time/midnight.wav': 'midnight',
  'en/system/apology.wav':
    'We are sorry. Because of a problem on our side this call ends now. Please call again later.',
  'en/system/waiting.wav': 'One moment, please.',
  'en/system/prompt-failed.wav': 'There is a problem with this announcement. One moment, please.',
  'en/system/accept.wav': 'A call is waiting for you. Press one to take it.',
  'en/system/fallback.wav': 'We are sorry. We cannot connect you now. Please call again later.',
};
