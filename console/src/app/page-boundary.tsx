import { Component, type ReactNode } from 'react';
import { ErrorState } from '../components/error-state.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly fault: unknown };

/** Keeps the frame when a page breaks. React offers this to classes only. */
export class PageBoundary extends Component<Props, State> {
  static getDerivedStateFromError(fault: unknown): State {
    return { fault: fault ?? 'unknown' };
  }

  override state: State = { fault: null };

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children;
    return <ErrorState problem={this.state.fault} retry={() => location.reload()} />;
  }
}
