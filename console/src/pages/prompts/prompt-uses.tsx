import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PromptView } from '../../../../contracts/api/prompts.ts';
import { useMay } from '../../api/session.ts';
import { useChange } from '../../api/use-change.ts';
import { ConfirmDanger } from '../../components/confirm-danger.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { PROMPTS, promptUsesQuery } from './prompts-query.ts';

/** Blocks that name the prompt, and its removal, which they stand in the way of. */
export function PromptUses({ prompt, onGone }: { prompt: PromptView; onGone: () => void }): ReactElement {
  const { t } = useTranslation();
  const manages = useMay('prompts.manage');
  const uses = useQuery(promptUsesQuery(prompt.id));
  return (
    <section className="cw-prompt-sound" aria-label={t('prompts.usedIn')}>
      <h3>{t('prompts.usedIn')}</h3>
      <Loaded query={uses}>
        {({ uses: places }) =>
          places.length === 0 ? (
            <p className="cw-muted">{t('prompts.notUsed')}</p>
          ) : (
            <>
              {manages && <p className="cw-muted">{t('prompts.usesHint')}</p>}
              <ul className="cw-prompt-uses">
                {places.map(({ scenario, name, place, in: side }) => (
                  <li key={`${side}/${scenario ?? name}/${place}`}>
                    {scenario === null ? name : <Link to={`/scenarios/${scenario}`}>{name}</Link>}{' '}
                    <code>{place}</code>{' '}
                    <StatusTag tone={side === 'live' ? 'ok' : 'idle'}>
                      {t(side === 'live' ? 'prompts.usedInLive' : 'prompts.usedInDraft')}
                    </StatusTag>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      {manages && uses.data?.uses.length === 0 && <RemovePrompt prompt={prompt} onGone={onGone} />}
    </section>
  );
}

function RemovePrompt({ prompt, onGone }: { prompt: PromptView; onGone: () => void }): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const remove = useChange(PROMPTS);
  return (
    <div className="cw-buttons">
      <Button danger onClick={() => setAsked(true)}>
        {t('prompts.remove')}
      </Button>
      <ConfirmDanger
        open={asked}
        title={t('prompts.removeTitle', { name: prompt.name })}
        action={t('prompts.remove')}
        pending={remove.isPending}
        problem={remove.error}
        onConfirm={() =>
          remove.mutate({ method: 'DELETE', path: `/prompts/${prompt.id}` }, { onSuccess: onGone })
        }
        onClose={() => {
          setAsked(false);
          remove.reset();
        }}
      >
        {t('prompts.removeWords')}
      </ConfirmDanger>
    </div>
  );
}
