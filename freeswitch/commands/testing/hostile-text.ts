import fc from 'fast-check';

/** Pieces that mean something to the event socket, to dial strings, to variables or to SIP. */
const PIECES = [
  '\n',
  '\r\n',
  '\n\n',
  '\0',
  '%0d%0a',
  '%0A%0A',
  '\u0085',
  '\u2028',
  'api system id',
  'Event-UUID: v1',
  'content-length: 0',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the switch
  '${system touch /tmp/canary}',
  '$${base_dir}',
  ',',
  '|',
  ':_:',
  '^^:',
  '{a=b}',
  '}',
  '[x=y]',
  ']',
  '<',
  '>',
  '&',
  'system(id)',
  ')',
  "'",
  '"',
  '\\',
  ';',
  '!',
  '@',
  '=',
  ' ',
  '\t',
  'sofia/gateway/other/00700123',
  'loopback/9999',
  '../../etc/passwd',
  '발신자',
  '１２３',
  '07012345678',
  'x',
];

/** Text of strangers: arbitrary code points, and the pieces above strung together. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 6 })
    .map((pieces) => pieces.join('')),
);
