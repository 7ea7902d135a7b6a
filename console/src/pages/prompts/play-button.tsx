import { CaretRightFilled, PauseOutlined } from '@ant-design/icons';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromptView } from '../../../../contracts/api/prompts.ts';
import type { Language } from '../../../../contracts/scenario/language.ts';
import { promptAudioUrl } from './prompts-query.ts';

/** Plays the file of a prompt in a language where it stands; the row that it stands in is not opened by it. */
export function PlayButton({ prompt, language }: { prompt: PromptView; language: Language }): ReactElement {
  const { t } = useTranslation();
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const file = prompt.files.find((one) => one.language === language);
  if (file === undefined)
    return <span className="cw-muted">{prompt.kind === 'music' ? '–' : t('prompts.noFile')}</span>;
  const name = t('prompts.player', { name: prompt.name, language: t(`prompts.language.${language}`) });
  const action = t(playing ? 'components.player.pause' : 'components.player.play');
  const toggle = (): void => {
    if (playing) audio.current?.pause();
    else audio.current?.play().catch(() => setPlaying(false));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: its words stand beside it */}
      <audio
        ref={audio}
        src={promptAudioUrl(file.path)}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
      />
      <button
        type="button"
        className="cw-icon-button"
        aria-label={`${name} ${action}`}
        onKeyDown={(event) => event.stopPropagation()}
        onClick={(event) => {
          event.stopPropagation();
          toggle();
        }}
      >
        {playing ? <PauseOutlined aria-hidden /> : <CaretRightFilled aria-hidden />}
      </button>
    </>
  );
}
