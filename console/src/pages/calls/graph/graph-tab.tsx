import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDetailView } from '../../../../../contracts/api/calls.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { graphQuery } from '../calls-api.ts';
import { BlockList } from './block-list.tsx';
import { PictureBoundary } from './picture-boundary.tsx';
import { walkedPath } from './walked-path.ts';

const GraphPicture = lazy(async () => ({ default: (await import('./graph-picture.tsx')).GraphPicture }));

/** The scenario of a call and the way that it took: as a picture, and below it as a list that says the same in words. */
export function GraphTab({ call }: { call: CallDetailView }): ReactElement {
  const { t } = useTranslation();
  const graph = useQuery({ ...graphQuery(call.id, call.scenario ?? ''), enabled: call.scenario !== null });
  const path = useMemo(() => walkedPath(call.steps, call.state !== 'ended'), [call.steps, call.state]);
  if (call.scenario === null) return <p className="cw-muted">{t('calls.detail.graph.none')}</p>;
  if (graph.data === undefined) {
    if (graph.error === null) return <PageLoading />;
    return <ErrorState problem={graph.error} retry={() => void graph.refetch()} />;
  }
  return (
    <div className="cw-stack">
      <PictureBoundary>
        <Suspense fallback={<PageLoading />}>
          <GraphPicture graph={graph.data} path={path} />
        </Suspense>
      </PictureBoundary>
      <BlockList graph={graph.data} path={path} />
    </div>
  );
}
