import { Button } from 'antd';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulationView } from '../../../../../contracts/api/scenarios.ts';
import type { scenarios } from '../../../i18n/ko/scenarios.ts';
import { blockAt } from './block-at.ts';
import { HttpAnswer } from './http-answer.tsx';
import { KeysAnswer } from './keys-answer.tsx';
import type { Decision } from './setup.ts';

type Waiting = NonNullable<SimulationView['waiting']>;
type Word = keyof (typeof scenarios)['simulate']['input'];

const WORDS: Readonly<Record<Waiting['kind'], readonly Word[]>> = {
  keys: ['noInput'],
  dial: ['answers', 'busy', 'noAnswer', 'rejected', 'failed'],
  record: ['recorded', 'empty', 'noRecording'],
  text: ['accepted', 'refused', 'notTaken'],
  http: [],
  hours: [],
  play: ['noInput'],
  time: ['noInput'],
};
const TROUBLE: readonly Word[] = ['hangupNow', 'missing', 'mediaLost', 'command'];

/** What can be decided next: exactly what fits where the call waits. */
export function Answers({
  waiting,
  document,
  onDecide,
}: {
  waiting: Waiting;
  document: unknown;
  onDecide: (decision: Decision) => void;
}): ReactElement {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something else is asked
  useEffect(() => {
    // The button that was pressed is gone: the keyboard goes on with what is asked now.
    if (
      globalThis.document.activeElement === globalThis.document.body &&
      box.current?.dataset.asked === 'again'
    )
      box.current.querySelector<HTMLElement>('input, button:not(.cw-keypad-small button)')?.focus();
    if (box.current !== null) box.current.dataset.asked = 'again';
  }, [waiting.place, waiting.kind]);
  const input = (word: string): void => onDecide({ kind: 'input', word });
  const attended = waiting.kind === 'dial' && blockAt(document, waiting.place).mode === 'attended';
  const words: readonly Word[] = [...WORDS[waiting.kind], ...(attended ? (['declined'] as const) : [])];
  return (
    <section
      ref={box}
      className="cw-card cw-answers"
      aria-label={t(`scenarios.simulate.waiting.${waiting.kind}`)}
    >
      <h2>{t(`scenarios.simulate.waiting.${waiting.kind}`)}</h2>
      {waiting.kind === 'keys' && <KeysAnswer secret={waiting.secret} onInput={input} />}
      {waiting.kind === 'http' && (
        <HttpAnswer
          key={waiting.place}
          document={document}
          place={waiting.place}
          onAnswer={(answer) => onDecide({ kind: 'http', answer })}
        />
      )}
      <div className="cw-buttons">
        {words.map((word) => (
          <Button key={word} onClick={() => input(word)}>
            {t(
              word === 'noInput' && waiting.kind !== 'keys'
                ? 'scenarios.simulate.input.nothing'
                : `scenarios.simulate.input.${word}`,
            )}
          </Button>
        ))}
        <Button danger onClick={() => input('hangup')}>
          {t('scenarios.simulate.input.hangup')}
        </Button>
      </div>
      <details>
        <summary>{t('scenarios.simulate.trouble')}</summary>
        <div className="cw-buttons">
          {TROUBLE.map((word) => (
            <Button key={word} onClick={() => input(word)}>
              {t(`scenarios.simulate.input.${word}`)}
            </Button>
          ))}
        </div>
      </details>
    </section>
  );
}
