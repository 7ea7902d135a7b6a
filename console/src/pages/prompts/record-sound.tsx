import { AudioOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AudioPlayer } from '../../components/audio-player.tsx';
import { clockText } from '../../components/duration.tsx';
import { Notice } from '../../components/notice.tsx';
import { useRecorder } from './use-recorder.ts';

/** Records in the browser; what was recorded is heard before it is used. */
export function RecordSound({ busy, onKeep }: { busy: boolean; onKeep: (wav: Blob) => void }): ReactElement {
  const { t } = useTranslation();
  const { state, start, stop, reset } = useRecorder();
  if (state.kind === 'recording')
    return (
      <div className="cw-prompt-recorder">
        <span role="timer" className="cw-number">
          {t('prompts.recording', { time: clockText(state.ms) })}
        </span>
        <Button type="primary" onClick={stop}>
          {t('prompts.stop')}
        </Button>
      </div>
    );
  if (state.kind === 'done')
    return (
      <div className="cw-prompt-recorder">
        <Recorded wav={state.wav} />
        <div className="cw-buttons">
          <Button
            type="primary"
            loading={busy}
            onClick={() => {
              onKeep(state.wav);
              reset();
            }}
          >
            {t('prompts.keep')}
          </Button>
          <Button onClick={start}>{t('prompts.again')}</Button>
          <Button onClick={reset}>{t('prompts.discard')}</Button>
        </div>
      </div>
    );
  return (
    <div className="cw-prompt-recorder">
      <Button
        icon={<AudioOutlined aria-hidden />}
        disabled={busy}
        loading={state.kind === 'asking'}
        onClick={start}
      >
        {t('prompts.record')}
      </Button>
      {state.kind === 'refused' && <Notice tone="bad">{t('prompts.micRefused')}</Notice>}
    </div>
  );
}

function Recorded({ wav }: { wav: Blob }): ReactElement {
  const { t } = useTranslation();
  const url = useMemo(() => URL.createObjectURL(wav), [wav]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return <AudioPlayer src={url} label={t('prompts.recorded')} />;
}
