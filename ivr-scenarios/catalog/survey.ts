import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { labelled } from './labelled.ts';
import { answer, asks, type Drawn, ENDS_OF, informs, menu, records, says } from './pieces.ts';

const LABELS = {
  pickUp: '전화 받기',
  greeting: '인사말',
  kindness: '친절도 질문',
  kindnessKnown: '친절도 점수 확인',
  kindnessAgain: '친절도 다시 묻기',
  kindnessWrong: '점수 범위 안내',
  result: '처리 결과 질문',
  resultKnown: '처리 결과 점수 확인',
  resultAgain: '처리 결과 다시 묻기',
  resultWrong: '점수 범위 안내',
  note: '점수 기록',
  mood: '불만족 확인',
  mark: '불만족 표시',
  ask: '의견 남기기 선택',
  opinion: '의견 녹음',
  thanks: '설문 종료 안내',
  ...ENDS_OF.labels,
};

function blocks() {
  return {
    pickUp: answer('greeting'),
    greeting: says('kindness', '안녕하십니까. 상담 만족도 설문입니다. 질문은 두 가지이며 일분쯤 걸립니다.'),
    ...question(
      'kindness',
      'result',
      '상담원의 친절도는 몇 점입니까? 매우 불만족 일점부터 매우 만족 오점까지 눌러 주십시오.',
    ),
    ...question(
      'result',
      'note',
      '문의하신 내용의 처리 결과는 몇 점입니까? 일점부터 오점까지 눌러 주십시오.',
    ),
    note: { type: 'log', text: '설문 점수', values: ['kindness', 'result'], next: { done: 'mood' } },
    mood: {
      type: 'condition',
      when: { any: [low('kindness'), low('result')] },
      next: { yes: 'mark', no: 'ask' },
    },
    mark: { type: 'tag', tags: ['불만족'], next: { done: 'ask' } },
    ask: menu(
      '의견을 남기시려면 일번, 마치시려면 이번을 눌러 주십시오.',
      { '1': 'speak', '2': 'finish' },
      { speak: 'opinion', finish: 'thanks', noInput: 'thanks', wrongKey: 'thanks' },
      { speak: '의견 남기기', finish: '마치기' },
    ),
    opinion: records('삐 소리가 난 후 의견을 말씀하시고, 끝나면 우물정 자를 눌러 주십시오.', {
      recorded: 'thanks',
      empty: 'thanks',
      failed: 'recordingFailed',
    }),
    thanks: informs('goodbye', '소중한 의견 감사합니다. 더 나은 상담으로 보답하겠습니다.'),
    ...ENDS_OF.blocks('안녕히 계십시오.'),
  } satisfies ScenarioDraft['blocks'];
}

const low = (variable: string) => ({ variable, op: 'startsWith', to: { literal: '1' } }) as const;

type Question<Q extends string> = Record<Q | `${Q}Known` | `${Q}Again` | `${Q}Wrong`, Drawn>;

/** Asks for a score; another figure is asked for twice more. */
function question<Q extends string>(variable: Q, onwards: string, text: string): Question<Q> {
  const scores = ['1', '2', '3', '4', '5'];
  return {
    [variable]: asks(text, {
      min: 1,
      max: 1,
      terminators: 'none',
      variable,
      next: { collected: `${variable}Known`, noInput: 'givingUp', invalid: 'givingUp' },
    }),
    [`${variable}Known`]: {
      type: 'switch',
      variable,
      cases: [{ outcome: 'score', is: scores }],
      next: { score: onwards, otherwise: `${variable}Again` },
      outcomeWords: { score: '일점에서 오점' },
    },
    [`${variable}Again`]: { type: 'loop', times: 2, next: { again: `${variable}Wrong`, over: 'givingUp' } },
    [`${variable}Wrong`]: says(variable, '일점부터 오점까지만 누르실 수 있습니다.'),
  } as Question<Q>;
}

/** Starting point of a survey: two scores from one to five, and an opinion for those who have one. */
export const survey: ScenarioDraft = {
  schema: 1,
  name: '상담 만족도 설문',
  language: 'ko',
  variables: { kindness: { type: 'digits' }, result: { type: 'digits' } },
  entry: 'pickUp',
  blocks: labelled(blocks(), LABELS),
};
