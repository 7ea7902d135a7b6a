import type { ReactElement } from 'react';
import { Field } from '../../../../components/field.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import type { DraftOf } from '../model/document.ts';
import { freshId } from '../model/ids.ts';
import { documentOf } from '../state/store.ts';
import { useDesigner } from '../state/use-designer.ts';
import { type EditorProps, useWords } from './field-kit.ts';
import { NumberField } from './line.tsx';
import { readLiteral } from './operand-field.tsx';
import { Rows } from './rows.tsx';

type WordsOf = Readonly<Record<string, string>> | undefined;

/** Words of outcomes with one of them changed; empty words are taken out. */
function named(words: WordsOf, outcome: string, said: string): Record<string, string> | undefined {
  const { [outcome]: _, ...others } = words ?? {};
  const next = said.trim() === '' ? others : { ...others, [outcome]: said };
  return Object.keys(next).length === 0 ? undefined : next;
}

/** Wires without those whose outcomes are gone. */
const kept = (next: Readonly<Record<string, string>>, outcomes: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(next).filter(([outcome]) => outcomes.includes(outcome)));

type Case = DraftOf<'switch'>['cases'][number];
type How = 'is' | 'range' | 'startsWith';
const howOf = (one: Case): How => ('is' in one ? 'is' : 'startsWith' in one ? 'startsWith' : 'range');

/** Cases of a branching: the first that fits. */
export function CasesEditor({ block, put }: EditorProps<DraftOf<'switch'>>): ReactElement {
  const words = useWords();
  const type = useDesigner((state) => documentOf(state).variables?.[block.variable]?.type);
  const set = (cases: Case[], outcomeWords = block.outcomeWords): void =>
    put('cases', {
      cases,
      outcomeWords,
      next: kept(block.next, [...cases.map(({ outcome }) => outcome), 'otherwise']),
    });
  return (
    <Rows
      label={words('cases.one')}
      rows={block.cases}
      least={1}
      most={40}
      fresh={() => ({
        outcome: freshId('case1', (id) => block.cases.some(({ outcome }) => outcome === id)),
        is: [''],
      })}
      onChange={(cases) => set(cases)}
      draw={(one, change) => (
        <>
          <div className="cw-pair">
            <Field
              label={words('cases.words')}
              value={block.outcomeWords?.[one.outcome] ?? ''}
              placeholder={one.outcome}
              maxLength={40}
              onChange={(event) =>
                set([...block.cases], named(block.outcomeWords, one.outcome, event.target.value))
              }
            />
            <SelectField
              label={words('cases.how')}
              value={howOf(one)}
              onChange={(event) => change(freshCase(one.outcome, event.target.value))}
            >
              {(['is', 'range', 'startsWith'] as const).map((how) => (
                <option key={how} value={how}>
                  {words(`cases.${how}`)}
                </option>
              ))}
            </SelectField>
          </div>
          <CaseValues one={one} type={type} onChange={change} />
        </>
      )}
    />
  );
}

function freshCase(outcome: string, how: string): Case {
  if (how === 'startsWith') return { outcome, startsWith: '010' };
  return how === 'range' ? { outcome, from: 0 } : { outcome, is: [''] };
}

function CaseValues({
  one,
  type,
  onChange,
}: {
  one: Case;
  type: string | undefined;
  onChange: (one: Case) => void;
}): ReactElement {
  const words = useWords();
  if ('is' in one)
    return (
      <Field
        label={words('cases.values')}
        hint={words('hint.values')}
        value={one.is.map((value) => String(value ?? '')).join(', ')}
        onChange={(event) =>
          onChange({ ...one, is: event.target.value.split(/,\s*/).map((text) => readLiteral(text, type)) })
        }
      />
    );
  if ('startsWith' in one)
    return (
      <Field
        label={words('cases.startsWith')}
        value={one.startsWith}
        maxLength={40}
        onChange={(event) => onChange({ ...one, startsWith: event.target.value })}
      />
    );
  const bound = (field: 'from' | 'to') => (
    <Field
      label={words(`cases.${field}`)}
      value={String(one[field] ?? '')}
      onChange={(event) => {
        const { [field]: _, ...rest } = one;
        const text = event.target.value;
        onChange(text === '' ? rest : { ...rest, [field]: readLiteral(text, type) });
      }}
    />
  );
  return (
    <div className="cw-pair">
      {bound('from')}
      {bound('to')}
    </div>
  );
}

/** Shares of a split; they are 100 together. */
export function SharesEditor({ block, put }: EditorProps<DraftOf<'split'>>): ReactElement {
  const words = useWords();
  const rows = Object.entries(block.shares).map(([outcome, share]) => ({ outcome, share }));
  const sum = rows.reduce((all, { share }) => all + share, 0);
  return (
    <>
      <Rows
        label={words('shares.one')}
        rows={rows}
        least={1}
        most={20}
        fresh={() => ({
          outcome: freshId('a', (id) => Object.hasOwn(block.shares, id)),
          share: Math.max(1, 100 - sum),
        })}
        onChange={(next) =>
          put('shares', {
            shares: Object.fromEntries(next.map(({ outcome, share }) => [outcome, share])),
            next: kept(
              block.next,
              next.map(({ outcome }) => outcome),
            ),
          })
        }
        draw={(row, change) => (
          <div className="cw-pair">
            <Field
              label={words('cases.words')}
              value={block.outcomeWords?.[row.outcome] ?? ''}
              placeholder={row.outcome}
              maxLength={40}
              onChange={(event) =>
                put('words', { outcomeWords: named(block.outcomeWords, row.outcome, event.target.value) })
              }
            />
            <NumberField
              label={words('shares.percent')}
              value={row.share}
              min={1}
              max={100}
              step={1}
              onDone={(share) => change({ ...row, share })}
            />
          </div>
        )}
      />
      {sum !== 100 && (
        <p className="cw-field-error" role="status">
          {words('shares.sum', { sum })}
        </p>
      )}
    </>
  );
}

/** Ways of a random choice. */
export function WaysEditor({ block, put }: EditorProps<DraftOf<'random'>>): ReactElement {
  const words = useWords();
  return (
    <Rows
      label={words('ways.one')}
      rows={block.ways}
      least={2}
      most={20}
      fresh={() => freshId('a', (id) => block.ways.includes(id))}
      onChange={(ways) => put('ways', { ways, next: kept(block.next, ways) })}
      draw={(way) => (
        <Field
          label={words('cases.words')}
          value={block.outcomeWords?.[way] ?? ''}
          placeholder={way}
          maxLength={40}
          onChange={(event) =>
            put('words', { outcomeWords: named(block.outcomeWords, way, event.target.value) })
          }
        />
      )}
    />
  );
}
