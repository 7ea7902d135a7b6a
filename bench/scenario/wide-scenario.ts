import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { benchMenu } from '../../ivr-scenarios/testing/three-menus.ts';

type Blocks = ScenarioDraft['blocks'];

const PER_SECTION = 10;

/**
 * A scenario in one part in which callers can get to every block, for the explorer: sections of ten blocks, each with a
 * menu, hours, an input that decides, another system, a dial, a message and a counter.
 */
export function makeWideScenario(blocks: number): ScenarioDraft {
  const sections = Math.max(1, Math.floor((blocks - 2) / PER_SECTION));
  const drawn: Blocks = {
    end: { type: 'hangup' },
    gaveUp: { type: 'hangup', outcome: { result: 'client', reason: 'no-input' } },
  };
  for (let index = 0; index < sections; index += 1) {
    const onwards = index + 1 < sections ? `menu${index + 1}` : 'end';
    Object.assign(drawn, section(index, onwards));
  }
  return {
    schema: 1,
    name: `bench-wide-${blocks}`,
    language: 'ko',
    variables: { code: { type: 'digits' }, state: { type: 'text' }, round: { type: 'number', initial: 0 } },
    entry: 'menu0',
    blocks: drawn,
  };
}

function section(index: number, onwards: string): Blocks {
  const at = (name: string): string => `${name}${index}`;
  const menu = benchMenu('ko/bench/menu-1.wav', at('hours'));
  const said = ['ko/bench/again.wav'];
  return {
    [at('menu')]: menu.type === 'menu' ? { ...menu, next: { ...menu.next, second: at('code') } } : menu,
    [at('hours')]: {
      type: 'businessHours',
      calendar: { of: 'number' },
      next: { open: at('dial'), closed: at('message'), lunch: at('message'), holiday: at('say') },
    },
    [at('code')]: {
      type: 'collect',
      prompts: said,
      noInputPrompts: said,
      invalidPrompts: said,
      min: 4,
      max: 4,
      variable: 'code',
      next: { collected: at('known'), noInput: 'gaveUp', invalid: 'gaveUp' },
    },
    [at('known')]: {
      type: 'switch',
      variable: 'code',
      cases: [
        { outcome: 'own', is: [`${1_000 + index}`] },
        { outcome: 'zero', startsWith: '0' },
      ],
      next: { own: at('ask'), zero: at('say'), otherwise: at('round') },
    },
    [at('ask')]: {
      type: 'httpRequest',
      url: 'https://api.example.com/orders/{code}',
      take: [{ variable: 'state', path: 'state' }],
      next: { ok: at('state'), refused: at('say'), failed: at('say'), timeout: at('say') },
    },
    [at('state')]: {
      type: 'condition',
      when: { variable: 'state', op: 'eq', to: { literal: 'open' } },
      next: { yes: at('dial'), no: at('say') },
    },
    [at('round')]: { type: 'loop', times: 2, next: { again: at('code'), over: at('say') } },
    [at('dial')]: {
      type: 'connect',
      target: { kind: 'extension', digits: '1001' },
      next: {
        connected: at('say'),
        busy: at('message'),
        noAnswer: at('message'),
        rejected: at('say'),
        failed: at('say'),
      },
    },
    [at('message')]: {
      type: 'leaveMessage',
      prompts: said,
      next: { recorded: at('say'), empty: at('say'), failed: at('say') },
    },
    [at('say')]: { type: 'play', prompts: ['ko/bench/goodbye.wav'], next: { done: onwards } },
  };
}
