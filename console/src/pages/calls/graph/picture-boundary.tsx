import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/notice.tsx';

/** A picture that cannot be drawn takes nothing with it: the list below says the same. React knows no hook for this. */
export class PictureBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <NoPicture /> : this.props.children;
  }
}

function NoPicture(): ReactNode {
  const { t } = useTranslation();
  return <Notice tone="info">{t('calls.detail.graph.failed')}</Notice>;
}
