import { QRCode } from 'antd';
import type { ReactElement } from 'react';

/** A QR code in black on white, whatever the theme: some apps read no other. */
export function QrCode({ value }: { value: string }): ReactElement {
  return <QRCode value={value} type="svg" size={184} color="#000000" bgColor="#ffffff" bordered={false} />;
}
