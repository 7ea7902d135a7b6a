import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCallWords } from '../use-call-words.ts';
import type { Pressed, TimelineItem } from './timeline-of.ts';

/** What was heard in a block, what was pressed, and how it was left. */
export function StepFacts({
  item,
  promptWords,
}: {
  item: TimelineItem;
  promptWords: ReadonlyMap<string, string>;
}): ReactElement | null {
  const { t } = useTranslation();
  const words = useCallWords();
  const plain = item.outcome === 'done' || item.outcome === null;
  if (item.played.length === 0 && item.pressed.kind === 'nothing' && plain) return null;
  return (
    <dl className="cw-step-facts">
      {item.played.length > 0 && (
        <div>
          <dt>{t('calls.detail.story.played')}</dt>
          <dd>
            <Played paths={item.played} words={promptWords} />
          </dd>
        </div>
      )}
      {item.pressed.kind !== 'nothing' && (
        <div>
          <dt>{t('calls.detail.story.pressed')}</dt>
          <dd>
            <Keys pressed={item.pressed} />
          </dd>
        </div>
      )}
      {!plain && item.outcome !== null && (
        <div>
          <dt>{t('calls.detail.story.outcome')}</dt>
          <dd>{words.blockOutcome(item.outcome)}</dd>
        </div>
      )}
    </dl>
  );
}

function Keys({ pressed }: { pressed: Exclude<Pressed, { kind: 'nothing' }> }): ReactElement {
  const { t } = useTranslation();
  if (pressed.kind === 'keys') return <kbd className="cw-keys">{pressed.keys}</kbd>;
  return (
    <>
      <kbd className="cw-keys">***</kbd> <span className="cw-muted">{t('calls.detail.story.secret')}</span>
    </>
  );
}

/** What the prompts say, as far as that is known; a piece without known words is shown by its file. */
function Played({
  paths,
  words,
}: {
  paths: readonly string[];
  words: ReadonlyMap<string, string>;
}): ReactElement {
  return (
    <>
      {paths.map((path, index) => {
        const said = words.get(path);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a prompt may be played twice, and the list never moves
          <Fragment key={index}>
            {said === undefined ? <code>{path} </code> : <span title={path}>{said} </span>}
          </Fragment>
        );
      })}
    </>
  );
}
