import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { useKnownWord } from '../../components/use-known-word.ts';
import type { StoreSound } from './use-store-sound.ts';

/** What became of a sound that was handed over: on its way, in place (with what may be wrong with it), refused. */
export function SoundVerdict({ store }: { store: StoreSound }): ReactElement | null {
  const { t } = useTranslation();
  const word = useKnownWord();
  const kind = store.variables?.kind;
  if (store.isPending)
    return <Notice tone="info">{t(kind === 'speech' ? 'prompts.speaking' : 'prompts.uploading')}</Notice>;
  if (store.error !== null) {
    const [problem] = store.error instanceof ApiProblem ? store.error.problems : [];
    if (problem === undefined) return <FormProblem problem={store.error} />;
    return <Notice tone="bad">{word(`prompts.problem.${problem.code}`, problem.message)}</Notice>;
  }
  if (!store.isSuccess) return null;
  const done = { file: t('prompts.uploaded'), speech: t('prompts.spoken'), text: t('prompts.saved') };
  return (
    <>
      <Notice tone="ok">{done[kind ?? 'file']}</Notice>
      {store.data?.warnings.map((warning) => (
        <Notice key={warning} tone="warn">
          {t(`prompts.warning.${warning}`)}
        </Notice>
      ))}
    </>
  );
}
