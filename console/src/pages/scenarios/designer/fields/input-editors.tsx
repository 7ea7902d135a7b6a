import { type ReactElement, useEffect, useRef, useState } from 'react';
import { CheckField } from '../../../../components/check-field.tsx';
import { Field } from '../../../../components/field.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import type { DraftOf } from '../model/document.ts';
import { readMenuKeys, withMenuKeys, writeMenuKeys } from '../model/menu-keys.ts';
import { type EditorProps, useWords } from './field-kit.ts';
import { NumberField } from './line.tsx';
import { PromptsField } from './prompts-field.tsx';
import { Rows } from './rows.tsx';

/** Keys of a menu: in one line as people say them, and as a table. */
export function MenuKeysEditor({ block, put }: EditorProps<DraftOf<'menu'>>): ReactElement {
  const words = useWords();
  const now = writeMenuKeys(block);
  const [line, setLine] = useState(now);
  const sent = useRef(now);
  useEffect(() => {
    if (now !== sent.current) setLine(now);
    sent.current = now;
  }, [now]);
  const read = readMenuKeys(line);
  const set = (keys: readonly { key: string; words: string }[]): void => {
    const menu = withMenuKeys(block, keys);
    sent.current = writeMenuKeys(menu);
    put('keys', { keys: menu.keys, next: menu.next, outcomeWords: menu.outcomeWords });
  };
  const rows = Object.entries(block.keys).map(([key, outcome]) => ({
    key,
    words: block.outcomeWords?.[outcome] ?? '',
  }));
  return (
    <>
      <Field
        label={words('field.keys')}
        hint={words('hint.keys')}
        error={read === null ? words('problem.keys') : undefined}
        value={line}
        onChange={(event) => {
          setLine(event.target.value);
          const keys = readMenuKeys(event.target.value);
          if (keys !== null) set(keys);
        }}
      />
      <details className="cw-more">
        <summary>{words('field.keyTable')}</summary>
        <Rows
          label={words('field.keyRow')}
          rows={rows}
          least={1}
          most={40}
          fresh={() => ({ key: freeKey(block.keys), words: '' })}
          onChange={(next) => {
            set(next);
            setLine(next.map(({ key, words: said }) => `${key} ${said}`.trim()).join(' / '));
          }}
          draw={(row, change) => (
            <div className="cw-pair">
              <SelectKey
                label={words('field.key')}
                value={row.key}
                taken={block.keys}
                onChange={(key) => change({ ...row, key })}
              />
              <Field
                label={words('field.keyWords')}
                value={row.words}
                maxLength={40}
                onChange={(event) => change({ ...row, words: event.target.value })}
              />
            </div>
          )}
        />
      </details>
    </>
  );
}

const KEYS = [...'1234567890*#'];
const freeKey = (taken: object): string => KEYS.find((key) => !Object.hasOwn(taken, key)) ?? '99';

function SelectKey({
  label,
  value,
  taken,
  onChange,
}: {
  label: string;
  value: string;
  taken: object;
  onChange: (key: string) => void;
}): ReactElement {
  const free = KEYS.filter((key) => key === value || !Object.hasOwn(taken, key));
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {!free.includes(value) && <option value={value}>{value}</option>}
      {free.map((key) => (
        <option key={key} value={key}>
          {key}
        </option>
      ))}
    </SelectField>
  );
}

/** Least and most digits of an input. */
export function LimitsEditor({ block, put }: EditorProps<DraftOf<'collect'>>): ReactElement {
  const words = useWords();
  return (
    <div className="cw-pair">
      <NumberField
        label={words('field.min')}
        value={block.min}
        min={1}
        max={32}
        step={1}
        onDone={(min) => put('min', { min, max: Math.max(min, block.max) })}
      />
      <NumberField
        label={words('field.max')}
        value={block.max}
        min={1}
        max={32}
        step={1}
        onDone={(max) => put('max', { max, min: Math.min(max, block.min) })}
      />
    </div>
  );
}

/** The key that leaves an input without one. */
export function CancelKeyEditor({ block, put }: EditorProps<DraftOf<'collect'>>): ReactElement {
  const words = useWords();
  const ends = block.terminators ?? '#';
  return (
    <SelectField
      label={words('field.cancelKey')}
      hint={words('hint.cancelKey')}
      value={block.cancelKey ?? ''}
      onChange={(event) =>
        put('cancelKey', { cancelKey: event.target.value === '' ? undefined : event.target.value })
      }
    >
      <option value="">{words('none')}</option>
      {['*', '#']
        .filter((key) => !ends.includes(key) || key === block.cancelKey)
        .map((key) => (
          <option key={key} value={key}>
            {key}
          </option>
        ))}
    </SelectField>
  );
}

/** Whether an input is read back, and how; what is secret never is. */
export function ReadBackEditor({ block, put }: EditorProps<DraftOf<'collect'>>): ReactElement {
  const words = useWords();
  const { confirm } = block;
  const start = {
    prompts: [
      { say: 'digits' as const, value: { variable: block.variable } },
      { text: words('new.confirm') },
    ],
  };
  return (
    <>
      <CheckField
        label={words('field.confirm')}
        hint={words(block.secret === true ? 'hint.confirmSecret' : 'hint.confirm')}
        checked={confirm !== undefined}
        disabled={block.secret === true && confirm === undefined}
        onChange={(event) => put('confirm', { confirm: event.target.checked ? start : undefined })}
      />
      {confirm !== undefined && (
        <>
          <PromptsField
            label={words('field.confirmPrompts')}
            items={confirm.prompts}
            onChange={(prompts) => put('confirm', { confirm: { ...confirm, prompts } })}
          />
          <div className="cw-pair">
            <SelectKey
              label={words('field.yes')}
              value={confirm.yes ?? '1'}
              taken={{ [confirm.no ?? '2']: true }}
              onChange={(yes) => put('confirm', { confirm: { ...confirm, yes } })}
            />
            <SelectKey
              label={words('field.no')}
              value={confirm.no ?? '2'}
              taken={{ [confirm.yes ?? '1']: true }}
              onChange={(no) => put('confirm', { confirm: { ...confirm, no } })}
            />
          </div>
        </>
      )}
    </>
  );
}
