import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from '../api/query-client.ts';
import { antdTheme } from '../design/antd-theme.ts';
import { useDark, useMedia, useNarrow } from '../design/theme-choice.ts';
import { antdLocale } from '../i18n/start.ts';
import { AppRoutes } from './routes.tsx';

const client = createQueryClient();

/** Everything that pages find around them: theme, words, cache, addresses. */
export function Root({ nonce }: { nonce: string }): ReactElement {
  const { i18n } = useTranslation();
  const dark = useDark();
  const touch = useNarrow();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => antdTheme({ dark, touch, still }), [dark, touch, still]);
  const csp = useMemo(() => ({ nonce }), [nonce]);
  const locale = antdLocale(i18n.language);
  return (
    <ConfigProvider theme={theme} csp={csp} button={{ autoInsertSpace: false }} {...(locale && { locale })}>
      <QueryClientProvider client={client}>
        <BrowserRouter>
          <AppRoutes />
        </BrowserRouter>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
