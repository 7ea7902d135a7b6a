import type { ReactElement } from 'react';
import type { DesignerProps } from './designer-props.ts';

/** The designer of a scenario. */
export function Designer({ scenario }: DesignerProps): ReactElement {
  return <section className="cw-designer" aria-label={scenario.name} />;
}
