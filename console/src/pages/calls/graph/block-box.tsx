import { CheckOutlined, PhoneFilled } from '@ant-design/icons';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockNode } from './graph-elements.ts';

/** One block. Where the call was: full frame and a tick; where it is: thick frame and words. */
export function BlockBox({ data: { box, visits, here, note } }: NodeProps<BlockNode>): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="cw-box" data-walked={visits > 0 || undefined} data-here={here || undefined}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <span className="cw-box-name">
        {here ? <PhoneFilled aria-hidden /> : visits > 0 && <CheckOutlined aria-hidden />}
        <b>{box.name}</b>
        {note === undefined && visits > 1 && <span className="cw-box-times">×{visits}</span>}
      </span>
      <span className="cw-box-type" data-note={note !== undefined || undefined}>
        {here && <b>{t('calls.detail.graph.here')} · </b>}
        {note ?? (
          <>
            {box.detail}
            {box.enters !== null && ` → ${box.enters}`}
            {box.entry && ` · ${t('calls.detail.graph.entry')}`}
          </>
        )}
      </span>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}
