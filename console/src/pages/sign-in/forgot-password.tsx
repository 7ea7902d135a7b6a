import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { request } from '../../api/client.ts';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outside } from './outside.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** Asks for a link by mail. The answer is the same whether there is such an account or not. */
export function ForgotPassword(): ReactElement {
  const { t } = useTranslation();
  const forgot = useMutation({
    mutationFn: (email: string) => request<undefined>('POST', '/password/forgot', { email }),
  });
  return (
    <Outside title={t('signIn.reset.title')}>
      {forgot.isSuccess ? (
        <Notice tone="ok">
          <strong>{t('signIn.reset.sent')}</strong>
          <p>{t('signIn.reset.sentAdvice', { email: forgot.variables })}</p>
        </Notice>
      ) : (
        <>
          <p className="cw-muted">{t('signIn.reset.ask')}</p>
          <ProblemNotice problem={forgot.error} />
          <form
            onSubmit={(event) => {
              event.preventDefault();
              forgot.mutate(String(new FormData(event.currentTarget).get('email') ?? '').trim());
            }}
          >
            <Field name="email" type="email" label={t('signIn.email')} autoComplete="username" required />
            <Button type="primary" htmlType="submit" size="large" block loading={forgot.isPending}>
              {t('signIn.reset.send')}
            </Button>
          </form>
        </>
      )}
      <Link to="/sign-in">{t('signIn.back')}</Link>
    </Outside>
  );
}
