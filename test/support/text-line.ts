import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { system } from '../../db/testing/samples.ts';
import type { TestEngine } from './engine.ts';
import { GOODBYE } from './menu-call.ts';

/** A number that texts its caller and says goodbye. */
export const TEXT_LINE = '07000000008';
const SENDER = '07000000007';
/** 010-0000 is a range of nobody. */
export const MOBILE = '01000001234';

export const textScenario: ScenarioDraft = {
  schema: 1,
  name: 'test-text',
  language: 'ko',
  entry: 'pickUp',
  blocks: {
    pickUp: { type: 'answer', next: { done: 'text' } },
    text: {
      type: 'sendMessage',
      text: '접수되었습니다 {{번호}}',
      values: { 번호: { variable: 'called' } },
      next: { accepted: 'goodbye', refused: 'end', failed: 'end' },
    },
    goodbye: { type: 'play', prompts: [GOODBYE], next: { done: 'end' } },
    end: { type: 'hangup' },
  },
};

const { text, ...others } = textScenario.blocks;
/** The same for callers without a mobile: the text goes to a number that the scenario knows. */
export const textElsewhere: ScenarioDraft = {
  ...textScenario,
  variables: { mobile: { type: 'digits', initial: MOBILE } },
  blocks: {
    ...others,
    ...(text?.type === 'sendMessage' ? { text: { ...text, to: { variable: 'mobile' } } } : {}),
  },
};

/** The company gets the sender that its texts come from. Not for hooks: they run side by side, and the engine comes up in one. */
export async function verifySender(engine: Pick<TestEngine, 'database'>): Promise<void> {
  const { senderNumbers } = engine.database.repositories;
  const sender = { tenant: DEMO_TENANT, digits: SENDER, label: 'main', user: null };
  const { id } = await senderNumbers.request(system, sender);
  await senderNumbers.decide(system, id, { state: 'verified', note: null });
}
