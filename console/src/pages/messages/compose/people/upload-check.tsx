import { Button } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecipientSheetView } from '../../../../../../contracts/api/messages.ts';
import { CheckField } from '../../../../components/check-field.tsx';
import { Choice } from '../../../../components/choice.tsx';
import { PeopleCounts } from './people-counts.tsx';
import { exclusionsOf, rowsOf, type SheetRow, withRow } from './sheet-rows.ts';
import { SheetTable } from './sheet-table.tsx';

const WAYS = ['append', 'replace'] as const;

/** Every line of the file with what is wrong with it, to be corrected, insisted on or left out; then they are taken. */
export function UploadCheck({
  sheet,
  any,
  again,
  onCommit,
}: {
  sheet: RecipientSheetView;
  any: boolean;
  again: () => void;
  onCommit: (people: readonly SheetRow[], replace: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [rows, setRows] = useState(() => rowsOf(sheet));
  const [onlyBad, setOnlyBad] = useState(false);
  const [way, setWay] = useState<(typeof WAYS)[number]>('append');
  const exclusions = useMemo(() => exclusionsOf(rows), [rows]);
  const good = rows.filter((_, index) => exclusions[index] === null);
  const count = (wanted: (typeof exclusions)[number]): number =>
    exclusions.filter((exclusion) => exclusion === wanted).length;
  return (
    <>
      <div className="cw-compose-head">
        <PeopleCounts
          counts={{
            valid: good.length,
            duplicate: count('duplicate'),
            optedOut: count('opted-out'),
            notMobile: count('not-mobile'),
            notANumber: count('not-a-number'),
            noConsent: count('no-consent'),
          }}
        />
        <Button onClick={again}>{t('compose.upload.other')}</Button>
      </div>
      {good.length < rows.length && (
        <CheckField
          label={t('compose.upload.onlyBad')}
          hint={t('compose.upload.commitHint')}
          checked={onlyBad}
          onChange={({ target }) => setOnlyBad(target.checked)}
        />
      )}
      <SheetTable
        columns={sheet.columns}
        rows={rows}
        exclusions={exclusions}
        onlyBad={onlyBad && good.length < rows.length}
        change={(row, part) => setRows((before) => withRow(before, row, part))}
        remove={(row) => setRows((before) => before.filter((one) => one.row !== row))}
      />
      {any && (
        <Choice
          label={t('compose.upload.into')}
          value={way}
          options={WAYS.map((value) => ({ value, label: t(`compose.upload.${value}`) }))}
          onChange={setWay}
        />
      )}
      <Button
        type="primary"
        disabled={good.length === 0}
        onClick={() => onCommit(good, any && way === 'replace')}
      >
        {t('compose.upload.commit', { count: good.length })}
      </Button>
    </>
  );
}
