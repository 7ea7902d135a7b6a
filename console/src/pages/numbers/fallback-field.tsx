import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberView } from '../../../../contracts/api/numbers.ts';
import { address } from '../../api/client.ts';
import { AudioPlayer } from '../../components/audio-player.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { fallbackPromptsQuery } from './numbers-query.ts';

/** Which prompt is spoken when no scenario can be; what it says, to be read and heard. */
export function FallbackField({
  number,
  value,
  onChange,
}: {
  number: NumberView;
  value: string;
  onChange: (path: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const prompts = useQuery(fallbackPromptsQuery).data?.prompts ?? [];
  const known = (path: string): boolean => prompts.some((one) => one.path === path);
  const words =
    prompts.find(({ path }) => path === value)?.words ??
    (value === number.fallbackPrompt ? number.fallbackWords : null);
  return (
    <>
      <SelectField
        label={t('numbers.edit.fallback')}
        hint={t('numbers.edit.fallbackHint')}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {!known(number.fallbackPrompt) && (
          <option value={number.fallbackPrompt}>
            {t('numbers.edit.own', { path: number.fallbackPrompt })}
          </option>
        )}
        {prompts.map(({ path, words: says }) => (
          <option key={path} value={path}>
            {says}
          </option>
        ))}
      </SelectField>
      {words !== null && (
        <p className="cw-words" lang="ko">
          {words}
        </p>
      )}
      {known(value) && (
        <AudioPlayer key={value} src={address(`/prompts/${value}`)} label={t('numbers.edit.listen')} />
      )}
    </>
  );
}
