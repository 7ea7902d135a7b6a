import test from 'ava';
import { simulate } from '../simulate/simulate.ts';
import { compiledDraft, shippedPrompts } from '../testing/catalog.ts';
import { type GoldenPath, goldenRun, untakenWires } from '../testing/golden.ts';
import { mainLine } from './main-line.ts';

const prompts = shippedPrompts();
const compiled = compiledDraft(mainLine, prompts);

const path = (name: string, inputs: string[], blocks: string, outcome: string): GoldenPath => ({
  name,
  inputs,
  path: blocks,
  outcome,
});

const GOLDEN = [
  path('closed', ['closed'], 'hours closed goodbye end', 'success/informed'),
  path('lunch', ['lunch'], 'hours lunch goodbye end', 'success/informed'),
  path('holiday', ['holiday'], 'hours holiday goodbye end', 'success/informed'),
  path('agent answers', ['open', '1', 'answers'], 'connecting agent goodbye end', 'success/connected'),
  path(
    'agent busy, message',
    ['open', '1', 'busy', 'recorded'],
    'agent agentBusy message messageSaved goodbye end',
    'success/message-left',
  ),
  path(
    'agent busy, silence',
    ['open', '1', 'busy', 'empty'],
    'agentBusy message messageEmpty goodbye end',
    'upstream/busy',
  ),
  path(
    'agent does not answer',
    ['open', '1', 'noAnswer', 'empty'],
    'agent agentAway message messageEmpty goodbye end',
    'upstream/no-answer',
  ),
  path(
    'agent rejects',
    ['open', '1', 'rejected', 'empty'],
    'agent agentAway message messageEmpty goodbye end',
    'upstream/rejected',
  ),
  path(
    'agent unreachable',
    ['open', '1', 'failed'],
    'agent agentUnreachable goodbye end',
    'upstream/unreachable',
  ),
  path('callback', ['open', '2'], 'menu callback goodbye end', 'success/informed'),
  path('message', ['open', '3', 'recorded'], 'menu message messageSaved goodbye end', 'success/message-left'),
  path('empty message', ['open', '3', 'empty'], 'menu message messageEmpty goodbye end', 'success/completed'),
  path(
    'recording fails',
    ['open', '3', 'noRecording'],
    'message messageFailed failedEnd',
    'server/recording-failed',
  ),
  path('opening hours', ['open', '4'], 'menu openingHours goodbye end', 'success/informed'),
  path('repeat, then hours', ['open', '0', '4'], 'menu menu openingHours goodbye end', 'success/informed'),
  path('never presses', ['open'], 'menu menu menu givingUpSilent silentEnd', 'client/no-input'),
  path(
    'three wrong keys',
    ['open', '9', '8', '*'],
    'menu menu menu givingUpWrong wrongEnd',
    'client/wrong-input',
  ),
  path('second try', ['open', '9', '4'], 'menu menu openingHours goodbye end', 'success/informed'),
  path('hangs up in the menu', ['open', 'hangup'], 'hours menu', 'client/caller-hung-up'),
  path('hangs up while ringing', ['open', '1', 'hangup'], 'connecting agent', 'client/caller-hung-up'),
  path('media lost', ['open', '1', 'mediaLost'], 'menu connecting', 'server/media-lost'),
  path(
    'menu prompts missing',
    ['open', 'missing', 'missing', 'missing'],
    'givingUpSilent silentEnd',
    'server/prompt-missing',
  ),
];

for (const golden of GOLDEN) {
  test(`main line: ${golden.name} ends ${golden.outcome}`, (t) => {
    t.deepEqual(goldenRun(compiled, golden), golden);
  });
}

test('main line: golden paths take every wire', (t) => {
  t.deepEqual(untakenWires(compiled, GOLDEN), []);
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
