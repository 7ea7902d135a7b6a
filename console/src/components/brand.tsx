import type { ReactElement } from 'react';
import './brand.css';

/** The product's mark and name. */
export function Brand(): ReactElement {
  return (
    <div className="cw-brand">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="8" />
        <path d="M8 20.5c2.6-6 4.6-9 8-9s5.4 3 8 9" />
        <circle cx="8" cy="21" r="2.6" />
        <circle cx="24" cy="21" r="2.6" />
        <circle cx="16" cy="11.5" r="2.6" />
      </svg>
      <span>Callwright</span>
    </div>
  );
}
