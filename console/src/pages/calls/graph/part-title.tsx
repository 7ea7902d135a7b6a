import type { NodeProps } from '@xyflow/react';
import type { ReactElement } from 'react';
import type { PartNode } from './graph-elements.ts';

/** Name above the blocks of a part. */
export const PartTitle = ({ data: { name } }: NodeProps<PartNode>): ReactElement => (
  <div className="cw-part-title">{name}</div>
);
