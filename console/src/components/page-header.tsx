import { type ReactElement, type ReactNode, useEffect } from 'react';
import './page-header.css';

/** Title of a page (also of the browser's tab), a line below it, and what one can do at its right. */
export function PageHeader({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}): ReactElement {
  useEffect(() => {
    document.title = `${title} · Callwright`;
  }, [title]);
  return (
    <div className="cw-page-header">
      <div>
        <h1>{title}</h1>
        {lead !== undefined && <p className="cw-muted">{lead}</p>}
      </div>
      {children !== undefined && <div className="cw-row">{children}</div>}
    </div>
  );
}
