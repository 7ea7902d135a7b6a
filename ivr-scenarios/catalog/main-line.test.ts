import test from 'ava';
import { simulate } from '../simulate/simulate.ts';
import { compiledDraft, shippedPrompts } from '../testing/catalog.ts';
import { mainLine } from './main-line.ts';

const prompts = shippedPrompts();
const compiled = compiledDraft(mainLine, prompts);

/** name → inputs, last blocks of the path, outcome. Together they take every wire of the scenario. */
const GOLDEN: [string, string[], string, string][] = [
  ['closed', ['closed'], 'hours closed goodbye end', 'success/informed'],
  ['lunch', ['lunch'], 'hours lunch goodbye end', 'success/informed'],
  ['holiday', ['holiday'], 'hours holiday goodbye end', 'success/informed'],
  ['agent answers', ['open', '1', 'answers'], 'connecting agent goodbye end', 'success/connected'],
  [
    'agent busy, message',
    ['open', '1', 'busy', 'recorded'],
    'agent agentBusy message messageSaved goodbye end',
    'success/message-left',
  ],
  [
    'agent busy, silence',
    ['open', '1', 'busy', 'empty'],
    'agentBusy message messageEmpty goodbye end',
    'upstream/busy',
  ],
  [
    'agent does not answer',
    ['open', '1', 'noAnswer', 'empty'],
    'agent agentAway message messageEmpty goodbye end',
    'upstream/no-answer',
  ],
  [
    'agent rejects',
    ['open', '1', 'rejected', 'empty'],
    'agent agentAway message messageEmpty goodbye end',
    'upstream/rejected',
  ],
  [
    'agent unreachable',
    ['open', '1', 'failed'],
    'agent agentUnreachable goodbye end',
    'upstream/unreachable',
  ],
  ['callback', ['open', '2'], 'menu callback goodbye end', 'success/informed'],
  ['message', ['open', '3', 'recorded'], 'menu message messageSaved goodbye end', 'success/message-left'],
  ['empty message', ['open', '3', 'empty'], 'menu message messageEmpty goodbye end', 'success/completed'],
  ['recording fails', ['open', '3', 'noRecording'], 'message messageFailed failedEnd', 'server/bug'],
  ['opening hours', ['open', '4'], 'menu openingHours goodbye end', 'success/informed'],
  ['repeat, then hours', ['open', '0', '4'], 'menu menu openingHours goodbye end', 'success/informed'],
  ['never presses', ['open'], 'menu menu menu givingUpSilent silentEnd', 'client/no-input'],
  [
    'three wrong keys',
    ['open', '9', '8', '*'],
    'menu menu menu givingUpWrong wrongEnd',
    'client/wrong-input',
  ],
  ['second try', ['open', '9', '4'], 'menu menu openingHours goodbye end', 'success/informed'],
  ['hangs up in the menu', ['open', 'hangup'], 'hours menu', 'client/caller-hung-up'],
  ['hangs up while ringing', ['open', '1', 'hangup'], 'connecting agent', 'client/caller-hung-up'],
  ['media lost', ['open', '1', 'mediaLost'], 'menu connecting', 'server/media-lost'],
  [
    'menu prompts missing',
    ['open', 'missing', 'missing', 'missing'],
    'givingUpSilent silentEnd',
    'server/prompt-missing',
  ],
];

for (const [name, inputs, path, outcome] of GOLDEN) {
  test(`main line: ${name} ends ${outcome}`, (t) => {
    const call = simulate(compiled, inputs, prompts);
    const blocks = call.path.filter((block) => block.startsWith('main/')).map((block) => block.slice(5));
    t.true(blocks.join(' ').endsWith(path), blocks.join(' '));
    t.is(`${call.outcome?.result}/${call.outcome?.reason}`, outcome);
  });
}

test('main line: golden paths take every wire', (t) => {
  const taken = new Set<string>();
  for (const [, inputs] of GOLDEN) {
    for (const record of simulate(compiled, inputs, prompts).steps)
      taken.add(`${record.block}:${record.outcome}`);
  }
  const wires = Object.entries(mainLine.blocks).flatMap(([id, block]) =>
    'next' in block ? Object.keys(block.next).map((outcome) => `main/${id}:${outcome}`) : [],
  );
  t.deepEqual(
    wires.filter((wire) => !taken.has(wire)),
    [],
  );
});

test('main line: a whole call reads as a conversation', (t) => {
  const { lines } = simulate(compiled, ['open', '9', '1', 'busy', 'recorded'], prompts);
  t.deepEqual(lines, [
    'answer',
    'hears: 안녕하십니까. 콜라이트 대표 전화입니다.',
    'asks calendar: office',
    'calendar says: open',
    'asked: 상담 연결은 일번, 콜백 안내는 이번, 메시지 남기기는 삼번, 영업시간 안내는 사번, 다시 들으시려면 영번을 눌러 주십시오.',
    'presses: 9',
    'asked: 잘못 누르셨습니다. 상담 연결은 일번, 콜백 안내는 이번, 메시지 남기기는 삼번, 영업시간 안내는 사번, 다시 들으시려면 영번을 눌러 주십시오.',
    'presses: 1',
    'hears: 상담원을 연결해 드리겠습니다.',
    'dials: extension 1001',
    'music: (대기 음악)',
    'leg ringing',
    'leg ended: USER_BUSY',
    'stop',
    'hears: 상담원이 통화 중입니다. 메시지를 남겨 주시면 연락드리겠습니다.',
    'hears: 삐 소리가 난 후 말씀하시고, 끝나면 우물정 자를 눌러 주십시오. <beep>',
    'recording',
    'recorded: recorded',
    'hears: 메시지가 저장되었습니다.',
    'hears: 이용해 주셔서 감사합니다.',
    'hangup',
    'outcome: success/message-left',
  ]);
});
