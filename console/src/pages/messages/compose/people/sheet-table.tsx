import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exclusion } from '../../../../../../contracts/message/kinds.ts';
import { CheckField } from '../../../../components/check-field.tsx';
import { StatusTag } from '../../../../components/status-tag.tsx';
import { ExclusionMark } from './exclusion-mark.tsx';
import { mayInsist } from './recipient.ts';
import type { SheetRow } from './sheet-rows.ts';

/** Lines drawn at first and with each "more". */
const PART = 50;

type Change = (row: number, part: Partial<SheetRow>) => void;

/** Lines of the file; numbers can be corrected in their place. */
export function SheetTable({
  columns,
  rows,
  exclusions,
  onlyBad,
  change,
  remove,
}: {
  columns: readonly string[];
  rows: readonly SheetRow[];
  exclusions: readonly (Exclusion | null)[];
  onlyBad: boolean;
  change: Change;
  remove: (row: number) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [most, setMost] = useState(PART);
  const variables = columns.filter((name) => rows.some((row) => Object.hasOwn(row.variables, name)));
  const wanted = rows
    .map((row, index) => ({ row, exclusion: exclusions[index] ?? null }))
    .filter(({ exclusion }) => !onlyBad || exclusion !== null);
  return (
    <>
      <ul className="cw-sheet" aria-label={t('compose.upload.rows')}>
        {wanted.slice(0, most).map(({ row, exclusion }) => (
          <SheetLine
            key={row.row}
            row={row}
            exclusion={exclusion}
            variables={variables}
            change={change}
            remove={remove}
          />
        ))}
      </ul>
      {wanted.length > most && (
        <Button onClick={() => setMost(most + 4 * PART)}>
          {t('compose.people.more', { count: wanted.length - most })}
        </Button>
      )}
    </>
  );
}

function SheetLine({
  row,
  exclusion,
  variables,
  change,
  remove,
}: {
  row: SheetRow;
  exclusion: Exclusion | null;
  variables: readonly string[];
  change: Change;
  remove: (row: number) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = row;
  return (
    <li className="cw-sheet-line" data-bad={exclusion !== null}>
      <span className="cw-muted cw-number" title={t('compose.upload.row')}>
        {row.row}
      </span>
      <input
        className="cw-person-edit cw-number"
        aria-label={t('compose.people.numberOf', { number })}
        aria-invalid={exclusion !== null}
        value={number}
        inputMode="tel"
        maxLength={60}
        onChange={({ target }) => change(row.row, { number: target.value, override: false })}
      />
      <span className="cw-sheet-who">
        {[row.name, ...variables.map((name) => `${name}: ${row.variables[name] || '–'}`)]
          .filter((words) => words !== '')
          .join(' · ')}
      </span>
      <button
        type="button"
        className="cw-icon-button"
        aria-label={t('compose.people.removeOf', { number })}
        onClick={() => remove(row.row)}
      >
        <CloseOutlined aria-hidden />
      </button>
      <span className="cw-row cw-sheet-verdict">
        {exclusion === null ? (
          <StatusTag tone="ok">{t('compose.upload.ok')}</StatusTag>
        ) : (
          <ExclusionMark exclusion={exclusion} />
        )}
        {row.changed !== null && <span className="cw-muted">{t('compose.upload.restored')}</span>}
        {((exclusion === 'not-mobile' && mayInsist(number)) || row.override) && (
          <CheckField
            label={t('compose.people.anyway')}
            aria-label={t('compose.people.anywayOf', { number })}
            checked={row.override}
            onChange={({ target }) => change(row.row, { override: target.checked })}
          />
        )}
      </span>
    </li>
  );
}
