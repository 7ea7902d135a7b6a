import {
  CheckCircleOutlined,
  ExclamationCircleOutlined,
  PauseOutlined,
  PlayCircleOutlined,
  SoundOutlined,
} from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { SpeechView } from '../../../../../../contracts/api/prompts.ts';
import { address, request } from '../../../../api/client.ts';
import { fileOfText, useLibrary } from '../words/library.ts';
import { useWords } from './field-kit.ts';

/** A button that plays a prompt file. */
export function PromptSound({ path }: { path: string }): ReactElement {
  const words = useWords();
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  return (
    <span className="cw-sound">
      <button type="button" onClick={() => setPlaying(!playing)} aria-pressed={playing}>
        {playing ? <PauseOutlined aria-hidden /> : <PlayCircleOutlined aria-hidden />}
        {words(playing ? 'sound.stop' : 'sound.play')}
      </button>
      {failed && <span role="status">{words('sound.failed')}</span>}
      {playing && (
        // biome-ignore lint/a11y/useMediaCaption: its words stand in the field above
        <audio
          autoPlay
          src={address('/prompt-audio', { path })}
          onEnded={() => setPlaying(false)}
          onError={() => {
            setPlaying(false);
            setFailed(true);
          }}
        />
      )}
    </span>
  );
}

/** Whether a text has a voice yet, and the button that gives it one. */
export function TextSound({ text, language }: { text: string; language: 'ko' | 'en' }): ReactElement | null {
  const words = useWords();
  const client = useQueryClient();
  const library = useLibrary();
  const speech = useMutation({
    mutationFn: (said: string) => request<SpeechView>('POST', '/speech', { language, text: said }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['prompts'] }),
        client.invalidateQueries({ queryKey: ['designer-check'] }),
      ]),
  });
  const said = text.trim();
  if (said === '') return null;
  const made = speech.data?.text.trim() === said ? speech.data.path : null;
  const path = made ?? fileOfText(library, said);
  if (path !== null)
    return (
      <span className="cw-sound">
        <span data-tone="ok">
          <CheckCircleOutlined aria-hidden /> {words('sound.there')}
        </span>
        <PromptSound path={path} />
      </span>
    );
  return (
    <span className="cw-sound">
      <span data-tone="warn">
        <ExclamationCircleOutlined aria-hidden /> {words(library.speaks ? 'sound.missing' : 'sound.noVoice')}
      </span>
      {library.speaks && (
        <button type="button" disabled={speech.isPending} onClick={() => speech.mutate(said)}>
          <SoundOutlined aria-hidden /> {words('sound.make')}
        </button>
      )}
      {speech.isError && <span role="alert">{words('sound.notMade')}</span>}
    </span>
  );
}
