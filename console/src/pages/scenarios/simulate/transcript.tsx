import { PhoneOutlined, SoundOutlined, StopOutlined } from '@ant-design/icons';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText } from '../../../components/duration.tsx';
import { type Line, useLineWords } from './line-words.ts';
import type { Playlist } from './use-playlist.ts';

const SECRET = '***';

/** A simulated call as a conversation: what the caller hears at the left, what he does at the right. */
export function Transcript({
  lines,
  placeWords,
  playlist,
}: {
  lines: readonly Line[];
  placeWords: (place: string) => string;
  playlist: Playlist;
}): ReactElement {
  const { t } = useTranslation();
  const box = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // The last line is what the next decision is about.
    if (lines.length > 0 && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [lines]);
  return (
    <ol
      ref={box}
      className="cw-chat"
      aria-label={t('scenarios.simulate.transcript')}
      aria-live="polite"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long call is scrolled by keyboard too
      tabIndex={0}
    >
      {lines.length === 0 && <li className="cw-muted">{t('scenarios.simulate.empty')}</li>}
      {lines.map((line, index) => (
        <ChatLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a call only grows, and starts anew with each step
          key={index}
          id={String(index)}
          line={line}
          place={placeWords(line.place)}
          playlist={playlist}
        />
      ))}
    </ol>
  );
}

function ChatLine({
  id,
  line,
  place,
  playlist,
}: {
  id: string;
  line: Line;
  place: string;
  playlist: Playlist;
}): ReactElement {
  const { t } = useTranslation();
  const wordsOf = useLineWords();
  const { kind, text, prompts, atMs } = line;
  const spoken = kind === 'heard' || kind === 'asked' || kind === 'music';
  const secret = kind === 'pressed' && text === SECRET;
  return (
    <li data-kind={kind}>
      {spoken && (
        <span className="cw-chat-place">
          {place} · {t(`scenarios.simulate.${kind}`)} · <span className="cw-number">{clockText(atMs)}</span>
        </span>
      )}
      <span className="cw-chat-words">
        {kind === 'outcome' && <PhoneOutlined aria-hidden />}
        {kind === 'pressed' && <span className="cw-hidden">{t('scenarios.simulate.pressed')} </span>}
        {secret ? t('scenarios.simulate.secret') : wordsOf(line)}
      </span>
      {spoken && prompts.length > 0 && <Listen id={id} line={line} playlist={playlist} />}
      {!spoken && <span className="cw-chat-time cw-number">{clockText(atMs)}</span>}
    </li>
  );
}

function Listen({ id, line, playlist }: { id: string; line: Line; playlist: Playlist }): ReactElement {
  const { t } = useTranslation();
  const playing = playlist.playing === id;
  const label = t(playing ? 'scenarios.simulate.stop' : 'scenarios.simulate.listen');
  return (
    <button
      type="button"
      className="cw-icon-button"
      aria-label={`${label}: ${line.text.slice(0, 40)}`}
      title={label}
      onClick={() => (playing ? playlist.stop() : playlist.play(id, line.prompts))}
    >
      {playing ? <StopOutlined aria-hidden /> : <SoundOutlined aria-hidden />}
    </button>
  );
}
