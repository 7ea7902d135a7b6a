import { DeleteOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageView } from '../../../../../../contracts/api/messages.ts';
import { IMAGE_RECOMMENDED } from '../../../../../../contracts/message/sizes.ts';
import { address, request } from '../../../../api/client.ts';
import { FileField } from '../../../../components/file-field.tsx';
import { FormProblem } from '../../../../components/form-problem.tsx';
import { Notice } from '../../../../components/notice.tsx';
import { readyImage } from './shrink-image.ts';

/** By this the api's warning of another size is known; that one is said here, in the reader's language. */
const RECOMMENDED_SIZE = `${IMAGE_RECOMMENDED.width}×${IMAGE_RECOMMENDED.height}`;

/** Adds an image and so makes it an MMS (MO-33): shrunk here when it is too large, warned of when it is not 320×240. */
export function ImageField({
  image,
  error,
  change,
}: {
  image: ImageView | null;
  error: string | undefined;
  change: (image: ImageView | null) => void;
}): ReactElement {
  const { t } = useTranslation();
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const ready = await readyImage(file);
      if (ready === undefined) return null;
      const view = await request<ImageView>('POST', '/message-images', ready.jpeg);
      return { view, was: ready.was };
    },
    onSuccess: (done) => {
      if (done !== null) change(done.view);
    },
  });
  if (image !== null) {
    const was = upload.data?.view.id === image.id ? upload.data.was : null;
    return <Chosen image={image} was={was} error={error} remove={() => change(null)} />;
  }
  return (
    <>
      <FileField
        label={t('compose.image.label')}
        action={t('compose.image.choose')}
        hint={t('compose.image.hint')}
        error={error ?? (upload.data === null ? t('compose.image.refused') : undefined)}
        accept="image/jpeg,image/png"
        busy={upload.isPending}
        onFile={(file) => upload.mutate(file)}
      />
      <p role="status">{upload.isPending && t('compose.image.working')}</p>
      <FormProblem problem={upload.error} words={{ 'request/invalid': t('compose.image.refused') }} />
    </>
  );
}

function Chosen({
  image,
  was,
  error,
  remove,
}: {
  image: ImageView;
  was: number | null;
  error: string | undefined;
  remove: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { id, width, height, size } = image;
  const recommended = width === IMAGE_RECOMMENDED.width && height === IMAGE_RECOMMENDED.height;
  const kilobytes = (bytes: number): number => Math.ceil(bytes / 1_000);
  return (
    <div className="cw-chosen-image">
      <img src={address(`/message-images/${id}`)} alt={t('compose.image.alt')} />
      <div className="cw-stack">
        <p>
          {t('compose.image.facts', { width, height, size: kilobytes(size) })}
          {was !== null && ` · ${t('compose.image.shrunk', { was: kilobytes(was) })}`}
        </p>
        {!recommended && <Notice tone="warn">{t('compose.image.notRecommended')}</Notice>}
        {image.warnings
          .filter((words) => !words.includes(RECOMMENDED_SIZE))
          .map((words) => (
            // The api's own words are Korean in every language.
            <Notice key={words} tone="warn">
              <span lang="ko">{words}</span>
            </Notice>
          ))}
        {error !== undefined && <Notice tone="bad">{error}</Notice>}
        <Button icon={<DeleteOutlined aria-hidden />} onClick={remove}>
          {t('compose.image.remove')}
        </Button>
      </div>
    </div>
  );
}
