import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import type { PlacedPart } from './lay-out.ts';

/** Keeps the block that a live call is in within the picture. Draws nothing. */
export function FollowHere({ place, boxes }: { place: string | null; boxes: readonly PlacedPart[] }): null {
  const { setCenter, getZoom } = useReactFlow();
  useEffect(() => {
    const box = boxes.flatMap((part) => part.boxes).find((one) => one.place === place);
    if (box === undefined) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const center = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    void setCenter(center.x, center.y, { zoom: Math.max(getZoom(), 0.7), duration: calm ? 0 : 200 });
  }, [place, boxes, setCenter, getZoom]);
  return null;
}
