import { BackwardOutlined, CaretRightFilled, ForwardOutlined, PauseOutlined } from '@ant-design/icons';
import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText } from './duration.tsx';
import { Notice } from './notice.tsx';
import './audio-player.css';

const SPEEDS = [0.75, 1, 1.25, 1.5, 2] as const;
const JUMP_S = 5;

/** Plays a recording: seek, speed, 5 seconds back and forward; Space or K plays, the arrow keys jump. */
export function AudioPlayer({ src, label }: { src: string; label: string }): ReactElement {
  const { t } = useTranslation();
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const [failed, setFailed] = useState(false);
  const toggle = (): void => {
    if (audio.current?.paused === true) audio.current.play().catch(() => setFailed(true));
    else audio.current?.pause();
  };
  const jump = (seconds: number): void => {
    if (audio.current !== null) audio.current.currentTime = Math.max(0, audio.current.currentTime + seconds);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // The slider and the list of speeds have arrow keys of their own.
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    if (event.key === 'k') toggle();
    else if (event.key === 'ArrowLeft') jump(-JUMP_S);
    else if (event.key === 'ArrowRight') jump(JUMP_S);
    else return;
    event.preventDefault();
  };
  return (
    <fieldset className="cw-player" aria-label={label} onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/useMediaCaption: a recorded call has no captions; its timeline stands beside it */}
      <audio
        ref={audio}
        src={src}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onDurationChange={({ currentTarget: { duration } }) =>
          setLength(Number.isFinite(duration) ? duration : 0)
        }
        onError={() => setFailed(true)}
      />
      <button
        type="button"
        className="cw-icon-button"
        aria-label={t('components.player.back')}
        onClick={() => jump(-JUMP_S)}
      >
        <BackwardOutlined aria-hidden />
      </button>
      <button
        type="button"
        className="cw-icon-button cw-player-main"
        aria-label={t(playing ? 'components.player.pause' : 'components.player.play')}
        onClick={toggle}
      >
        {playing ? <PauseOutlined aria-hidden /> : <CaretRightFilled aria-hidden />}
      </button>
      <button
        type="button"
        className="cw-icon-button"
        aria-label={t('components.player.forward')}
        onClick={() => jump(JUMP_S)}
      >
        <ForwardOutlined aria-hidden />
      </button>
      <input
        type="range"
        min={0}
        max={length}
        step={0.1}
        value={Math.min(at, length)}
        aria-label={t('components.player.seek')}
        aria-valuetext={`${clockText(at * 1_000)} / ${clockText(length * 1_000)}`}
        onChange={(event) => {
          if (audio.current !== null) audio.current.currentTime = event.target.valueAsNumber;
        }}
      />
      <span className="cw-number cw-muted">
        {clockText(at * 1_000)} / {clockText(length * 1_000)}
      </span>
      <select
        aria-label={t('components.player.speed')}
        defaultValue={1}
        onChange={(event) => {
          if (audio.current !== null) audio.current.playbackRate = Number(event.target.value);
        }}
      >
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {speed}×
          </option>
        ))}
      </select>
      {failed && <Notice tone="bad">{t('components.player.failed')}</Notice>}
    </fieldset>
  );
}
