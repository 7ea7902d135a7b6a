import { getViewportForBounds, type Rect, useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { PlacedBox, PlacedPart } from './lay-out.ts';
import type { WalkedPath } from './walked-path.ts';

/** Below this the words of a block cannot be read; the button of the controls shows all of a large scenario. */
const READABLE = 0.7;

/** Begins with the way that the call took, and keeps the block that it is in within the picture. Draws nothing. */
export function ShowPlace({ path, parts }: { path: WalkedPath; parts: readonly PlacedPart[] }): null {
  const { setCenter, setViewport, getZoom } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const begun = useRef(false);
  const { visits } = path;
  const here = path.here ?? path.look ?? null;
  useEffect(() => {
    if (width === 0 || height === 0) return;
    const boxes = parts.flatMap((part) => part.boxes);
    const box = boxes.find(({ place }) => place === here);
    const calm = !begun.current || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (box !== undefined) {
      const zoom = begun.current ? Math.max(getZoom(), READABLE) : 0.9;
      void setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration: calm ? 0 : 200 });
    } else if (!begun.current) {
      const walked = [...visits.keys()].flatMap((place) => boxes.find((one) => one.place === place) ?? []);
      const bounds = around(walked.length > 0 ? walked : boxes);
      const view = getViewportForBounds(bounds, width, height, READABLE, 1, 0.06);
      const [first] = walked;
      // Too large to be shown whole: from its beginning.
      void setViewport({
        zoom: view.zoom,
        x:
          first !== undefined && bounds.width * view.zoom > width
            ? width / 2 - (first.x + first.width / 2) * view.zoom
            : view.x,
        y: bounds.height * view.zoom > height ? 20 - bounds.y * view.zoom : view.y,
      });
    }
    begun.current = true;
  }, [here, visits, parts, width, height, setCenter, setViewport, getZoom]);
  return null;
}

function around(boxes: readonly PlacedBox[]): Rect {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
