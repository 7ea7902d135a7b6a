import { type ThemeConfig, theme } from 'antd';
import { CONTROL, DARK, FONT, LIGHT, RADIUS, TYPE } from './tokens.ts';

export type Look = {
  readonly dark: boolean;
  /** Controls of a thumb's breadth. */
  readonly touch: boolean;
  /** Nothing moves: the reader's system asks for it. */
  readonly still: boolean;
};

/** antd's theme from the tokens. */
export function antdTheme({ dark, touch, still }: Look): ThemeConfig {
  const c = dark ? DARK : LIGHT;
  const height = touch ? CONTROL.touch : CONTROL.desk;
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: c.primary,
      colorInfo: c.info,
      colorSuccess: c.ok,
      colorWarning: c.warn,
      colorError: c.bad,
      colorLink: c.link,
      colorText: c.text,
      colorTextSecondary: c.muted,
      colorTextTertiary: c.muted,
      colorTextDescription: c.muted,
      colorTextPlaceholder: c.muted,
      colorTextLightSolid: c['on-primary'],
      colorBgLayout: c.ground,
      colorBgContainer: c.surface,
      colorBgElevated: c.raised,
      colorBorder: c.control,
      colorBorderSecondary: c.border,
      fontFamily: FONT.text,
      fontFamilyCode: FONT.code,
      fontSize: touch ? TYPE.large : TYPE.text,
      borderRadius: RADIUS.m,
      controlHeight: height,
      controlHeightSM: touch ? CONTROL.touch : CONTROL.desk - 6,
      motion: !still,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    },
  };
}
