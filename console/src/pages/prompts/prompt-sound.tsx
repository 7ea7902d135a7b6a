import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromptView } from '../../../../contracts/api/prompts.ts';
import type { Language } from '../../../../contracts/scenario/language.ts';
import { useMay } from '../../api/session.ts';
import { AudioPlayer } from '../../components/audio-player.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { Duration } from '../../components/duration.tsx';
import { FileField } from '../../components/file-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { promptAudioUrl } from './prompts-query.ts';
import { RecordByPhone } from './record-by-phone.tsx';
import { RecordSound } from './record-sound.tsx';
import { SoundVerdict } from './sound-verdict.tsx';
import { SpeakText } from './speak-text.tsx';
import { useStoreSound } from './use-store-sound.ts';

const ACCEPT = '.wav,.mp3,.ogg,.oga,.opus,audio/wav,audio/mpeg,audio/ogg';

/** The sound of a prompt in one language: heard, made of its words, uploaded, recorded. */
export function PromptSound({ prompt, language }: { prompt: PromptView; language: Language }): ReactElement {
  const { t } = useTranslation();
  const manages = useMay('prompts.manage');
  const file = prompt.files.find((one) => one.language === language);
  const [text, setText] = useState(file?.text ?? '');
  const store = useStoreSound(prompt.id, language, text);
  const music = prompt.kind === 'music';
  const title = t(`prompts.language.${music ? 'any' : language}`);
  return (
    <section className="cw-prompt-sound" aria-label={title}>
      <h3>{title}</h3>
      {file !== undefined && (
        <>
          <AudioPlayer
            key={file.path}
            src={promptAudioUrl(file.path)}
            label={t('prompts.player', { name: prompt.name, language: title })}
          />
          <p className="cw-muted cw-prompt-facts">
            <span>{t(`prompts.source.${file.source}`)}</span>
            {file.voice !== null && <span>{file.voice}</span>}
            <Duration ms={file.ms} />
            <DateTime at={file.createdAt} />
            {file.createdBy !== null && <span>{file.createdBy}</span>}
          </p>
        </>
      )}
      {!manages && file === undefined && <p className="cw-muted">{t('prompts.noFile')}</p>}
      {!manages && file !== undefined && file.text !== '' && <p>{file.text}</p>}
      {manages && (
        <>
          <TextField
            label={music ? t('prompts.musicText') : t('prompts.textLabel', { language: title })}
            hint={music ? undefined : t('prompts.textHint')}
            value={text}
            rows={3}
            maxLength={2_000}
            lang={language}
            onChange={({ target }) => setText(target.value)}
          />
          <SpeakText prompt={prompt} language={language} text={text} store={store} />
          <div className="cw-prompt-ways">
            <FileField
              label={t('prompts.upload')}
              action={t('prompts.uploadAction')}
              hint={t('prompts.uploadHint')}
              accept={ACCEPT}
              busy={store.isPending}
              onFile={(given) => store.mutate({ kind: 'file', source: 'upload', file: given })}
            />
            <RecordSound
              busy={store.isPending}
              onKeep={(wav) => store.mutate({ kind: 'file', source: 'microphone', file: wav })}
            />
            <RecordByPhone prompt={prompt.id} language={language} />
          </div>
          <SoundVerdict store={store} />
        </>
      )}
    </section>
  );
}
