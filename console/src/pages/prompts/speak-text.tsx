import { SoundOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromptView } from '../../../../contracts/api/prompts.ts';
import type { Language } from '../../../../contracts/scenario/language.ts';
import { Notice } from '../../components/notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useVoices } from './prompts-query.ts';
import type { StoreSound } from './use-store-sound.ts';

/** Makes speech of the words, by a voice of the installation; or keeps the words beside a sound that came otherwise. */
export function SpeakText({
  prompt,
  language,
  text,
  store,
}: {
  prompt: PromptView;
  language: Language;
  text: string;
  store: StoreSound;
}): ReactElement {
  const { t } = useTranslation();
  const voices = useVoices().data;
  const own = voices?.voices.filter((voice) => voice.language === language) ?? [];
  const [picked, setPicked] = useState<string>();
  const file = prompt.files.find((one) => one.language === language);
  // The voice that speaks now goes on speaking, unless another one is chosen.
  const chosen = picked ?? own.find(({ id }) => id === file?.voice)?.id;
  const speaks = prompt.kind === 'speech' && own.length > 0;
  const saves = file !== undefined && file.source !== 'tts' && text !== file.text;
  return (
    <>
      {prompt.kind === 'speech' && voices?.provider === 'none' && (
        <Notice tone="info">{t('prompts.noVoice')}</Notice>
      )}
      {speaks && own.length > 1 && (
        <SelectField
          label={t('prompts.voice')}
          value={chosen ?? own[0]?.id}
          onChange={({ target }) => setPicked(target.value)}
        >
          {own.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <div className="cw-buttons">
        {speaks && (
          <Button
            icon={<SoundOutlined aria-hidden />}
            disabled={text.trim() === '' || store.isPending}
            onClick={() => store.mutate({ kind: 'speech', voice: chosen })}
          >
            {t('prompts.speak')}
          </Button>
        )}
        {saves && (
          <Button disabled={store.isPending} onClick={() => store.mutate({ kind: 'text' })}>
            {t('prompts.saveText')}
          </Button>
        )}
      </div>
      {speaks && voices?.provider === 'espeak' && <p className="cw-muted">{t('prompts.espeak')}</p>}
    </>
  );
}
