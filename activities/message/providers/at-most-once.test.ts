import test, { type ExecutionContext } from 'ava';
import fc from 'fast-check';
import type { MessageProvider } from '../../../contracts/message/provider.ts';
import { createModelLedger } from '../../testing/model-ledger.ts';
import { createLookUp } from '../look-up.ts';
import { createSubmitNext } from '../submit-next.ts';
import { createNhn } from './nhn/nhn.ts';
import { createSolapi } from './solapi/solapi.ts';
import { gatewayModel } from './testing/gateway-model.ts';
import type { Answer } from './testing/local-server.ts';
import { nhnModel } from './testing/nhn-model.ts';
import { sampleText, sampleTexts } from './testing/sample-texts.ts';
import { type Step, solapiModel } from './testing/solapi-model.ts';
import { createWebhook } from './webhook/webhook.ts';

type Fault = { where: number; when: 'before' | 'after'; answer: Answer };
/** A provider's client on a fresh model, its clock, and the numbers that were texted, one entry each time. */
type Line = {
  provider: MessageProvider;
  clock: { at: number };
  break(fault: Fault): void;
  texted(): string[];
};

const STEPS: Step[] = ['open', 'fill', 'send', 'group', 'list', 'delete'];
const LINES: Record<string, (t: ExecutionContext) => Promise<Line>> = {
  async solapi(t) {
    const model = await solapiModel(t);
    return {
      provider: createSolapi(model.setting),
      clock: model.clock,
      break: ({ where, ...fault }) =>
        void model.faults.push({ step: STEPS[where % STEPS.length] ?? 'send', ...fault }),
      texted: () => model.sent.map(({ to }) => to),
    };
  },
  async nhn(t) {
    const model = await nhnModel(t);
    return {
      provider: createNhn(model.setting),
      clock: model.clock,
      break: ({ where, ...fault }) =>
        void model.faults.push({ path: where % 2 === 0 ? /sms$/ : /messages$/, ...fault }),
      texted: () => model.taken.map(({ number }) => number),
    };
  },
  async gateway(t) {
    const model = await gatewayModel(t);
    return {
      provider: createWebhook(model.setting),
      clock: { at: Date.UTC(2026, 2, 1) },
      break: ({ where, ...fault }) =>
        void model.faults.push({ path: where % 3 === 0 ? '/base/lookup' : '/base/messages', ...fault }),
      texted: () => model.sent.map(({ to }) => to),
    };
  },
};

const ALIMTALK = { channel: 'ch', template: 'tp', variables: {} };
const TEXTS = [
  ...sampleTexts(4),
  ...[5, 6].map((n) => sampleText(n, { channel: 'alimtalk', alimtalk: ALIMTALK })),
];
const INPUT = { message: 'message', tenant: 'tenant' };

const anAnswer = fc.constantFrom<Answer>(
  'cut',
  { status: 500 },
  { status: 503, text: 'busy' },
  { status: 429, headers: { 'Retry-After': '1' } },
  { status: 200, text: '<html>' },
  { status: 200, json: {} },
);
const aFault = fc.record({
  where: fc.nat({ max: 11 }),
  when: fc.constantFrom('before' as const, 'after' as const),
  answer: anAnswer,
});
/** 429 is a promise that nothing was done: a company that breaks it is beyond any client. */
const honest = ({ when, answer }: Fault): boolean =>
  when === 'before' || typeof answer === 'string' || answer.status !== 429;

/** Hands over and looks up in turns, with deaths in between, until nothing is open; the clock goes on by minutes. */
async function live(line: Line, deaths: readonly boolean[]): Promise<string[]> {
  const ledger = createModelLedger(TEXTS, () => line.clock.at);
  const world = {
    ledger,
    provider: line.provider,
    now: () => line.clock.at,
    pause: async () => undefined,
    heartbeat: () => undefined,
    warn: () => undefined,
  };
  for (let round = 0; round < 60; round++) {
    // A process that dies with the provider's answer in its hands.
    ledger.before = (name) => {
      if (deaths[round] === true && name === 'settleVerdicts') throw new TypeError('killed');
    };
    await createSubmitNext(world)(INPUT);
    await createLookUp(world)(INPUT);
    line.clock.at += 2 * 60_000;
    if (ledger.sends.every(({ state }) => state === 'accepted')) break;
  }
  return ledger.sends.map(({ state }) => state);
}

for (const [name, open] of Object.entries(LINES)) {
  test(`whatever goes wrong on the way to ${name}, each person is texted once`, async (t) => {
    const runs = fc.asyncProperty(
      fc.array(aFault.filter(honest), { maxLength: 8 }),
      fc.array(fc.boolean(), { maxLength: 6 }),
      async (faults, deaths) => {
        const line = await open(t);
        for (const fault of faults) line.break(fault);
        const states = await live(line, deaths);
        const texted = line.texted();
        t.deepEqual(new Set(states), new Set(['accepted']));
        t.deepEqual(texted.toSorted(), TEXTS.map(({ to }) => to).toSorted());
      },
    );
    await t.notThrowsAsync(fc.assert(runs, { numRuns: 40 }));
  });
}
