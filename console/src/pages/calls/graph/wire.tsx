import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import type { ReactElement } from 'react';
import type { WireEdge } from './graph-elements.ts';
import { wirePath } from './lay-out.ts';

/** A wire along the corners that the layout gave it; walked ones are thick and have a tick at their words. */
export function Wire({ id, data }: EdgeProps<WireEdge>): ReactElement | null {
  if (data === undefined) return null;
  const { wire, walked } = data;
  const state = walked > 0 ? 'walked' : 'idle';
  return (
    <>
      <BaseEdge id={id} path={wirePath(wire.points)} className={`cw-wire cw-wire-${state}`} />
      <path className={`cw-wire-tip cw-wire-tip-${state}`} d={tip(wire.points.at(-1))} />
      {wire.labelAt !== null && (
        <EdgeLabelRenderer>
          <span
            className="cw-wire-label"
            data-walked={walked > 0 || undefined}
            style={{
              transform: `translate(${wire.labelAt.x}px, ${wire.labelAt.y}px)`,
              maxWidth: wire.labelWidth + 24,
            }}
          >
            {walked > 0 && '✓ '}
            {wire.label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

/** Arrow head: wires come in from above. */
function tip(end: { readonly x: number; readonly y: number } | undefined): string {
  return end === undefined ? '' : `M ${end.x} ${end.y} l -5 -8 h 10 z`;
}
