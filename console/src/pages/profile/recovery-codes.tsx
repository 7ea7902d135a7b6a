import { CheckOutlined, CopyOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { saveText } from './save-text.ts';

/** Codes for when the phone is lost, shown this once. */
export function RecoveryCodes({
  codes,
  onDone,
}: {
  codes: readonly string[];
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const text = codes.join('\n');
  const copy = (): void => {
    // Without permission they are still there to be marked or saved.
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="cw-stack">
      <h3>{t('profile.factor.codesTitle')}</h3>
      <Notice tone="warn">{t('profile.factor.codesLead')}</Notice>
      <ol className="cw-recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="cw-buttons">
        <Button icon={copied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />} onClick={copy}>
          <span aria-live="polite">{t(copied ? 'profile.factor.copied' : 'profile.factor.copy')}</span>
        </Button>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          onClick={() => saveText(t('profile.factor.file'), `${text}\n`)}
        >
          {t('profile.factor.download')}
        </Button>
        <Button type="primary" onClick={onDone}>
          {t('profile.factor.saved')}
        </Button>
      </div>
    </div>
  );
}
