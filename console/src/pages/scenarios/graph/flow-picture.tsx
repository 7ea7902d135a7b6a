import { lazy, type ReactElement, Suspense } from 'react';
import { PageLoading } from '../../../components/page-loading.tsx';
import { BlockList } from '../../calls/graph/block-list.tsx';
import { PictureBoundary } from '../../calls/graph/picture-boundary.tsx';
import type { ScenarioGraph } from '../../calls/graph/scenario-graph.ts';
import type { WalkedPath } from '../../calls/graph/walked-path.ts';

const GraphPicture = lazy(async () => ({
  default: (await import('../../calls/graph/graph-picture.tsx')).GraphPicture,
}));

/** The blocks of a scenario with what was walked, as a picture and below it in words. */
export function FlowPicture({ graph, path }: { graph: ScenarioGraph; path: WalkedPath }): ReactElement {
  return (
    <div className="cw-stack">
      <PictureBoundary>
        <div className="cw-flow">
          <Suspense fallback={<PageLoading />}>
            <GraphPicture graph={graph} path={path} />
          </Suspense>
        </div>
      </PictureBoundary>
      <BlockList graph={graph} path={path} />
    </div>
  );
}
