import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetteringView } from '../../../../contracts/api/senders.ts';
import { useChange } from '../../api/use-change.ts';
import { Field } from '../../components/field.tsx';
import { NumberRequest } from '../../components/number-request.tsx';
import { LETTERINGS } from './letterings-query.ts';

/** Asks for a phrase on a number. */
export function NewLettering(): ReactElement {
  const { t } = useTranslation();
  const asking = useChange<LetteringView>(LETTERINGS);
  const words = {
    digits: t('letterings.field.digits'),
    digitsHint: t('letterings.digitsHint'),
    after: t('letterings.manual'),
    taken: t('letterings.taken'),
    wrong: t('letterings.wrong'),
    ask: t('letterings.ask'),
    asked: t('letterings.asked'),
  };
  return (
    <NumberRequest asking={asking} path="/letterings" words={words}>
      {(['phrase', 'carrier'] as const).map((name) => (
        <Field
          key={name}
          name={name}
          label={t(`letterings.field.${name}`)}
          hint={t(`letterings.${name}Hint`)}
          maxLength={40}
          autoComplete="off"
          required
        />
      ))}
    </NumberRequest>
  );
}
