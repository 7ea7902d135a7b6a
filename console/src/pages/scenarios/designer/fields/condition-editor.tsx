import type { ReactElement } from 'react';
import type { Term } from '../../../../../../contracts/scenario/expression.ts';
import { SelectField } from '../../../../components/select-field.tsx';
import type { DraftOf } from '../model/document.ts';
import { type EditorProps, useWords } from './field-kit.ts';
import { OperandField } from './operand-field.tsx';
import { Rows } from './rows.tsx';
import { VariableField } from './variable-field.tsx';

const OPS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'startsWith', 'empty', 'notEmpty'] as const;
type When = DraftOf<'condition'>['when'];
type Group = { readonly join: 'all' | 'any'; readonly clauses: readonly When[] };

/** A condition as one group: a single comparison is a group of one. */
const groupOf = (when: When): Group =>
  'all' in when
    ? { join: 'all', clauses: when.all }
    : 'any' in when
      ? { join: 'any', clauses: when.any }
      : { join: 'all', clauses: [when] };

/** The shortest writing of a group. */
function whenOf({ join, clauses }: Group): When {
  const [only] = clauses;
  if (only !== undefined && clauses.length === 1) return only;
  return (join === 'all' ? { all: [...clauses] } : { any: [...clauses] }) as When;
}

/** Comparisons that must all be true, or one of them; a group within the group joins the other way. */
export function ConditionEditor({ block, put }: EditorProps<DraftOf<'condition'>>): ReactElement {
  const set = (when: When): void => put('when', { when });
  return <GroupEditor when={block.when} depth={0} onChange={set} />;
}

function GroupEditor({
  when,
  depth,
  onChange,
}: {
  when: When;
  depth: number;
  onChange: (when: When) => void;
}): ReactElement {
  const words = useWords();
  const group = groupOf(when);
  return (
    <>
      {group.clauses.length > 1 && (
        <SelectField
          label={words('condition.join')}
          value={group.join}
          onChange={(event) =>
            onChange(whenOf({ ...group, join: event.target.value === 'any' ? 'any' : 'all' }))
          }
        >
          <option value="all">{words('condition.all')}</option>
          <option value="any">{words('condition.any')}</option>
        </SelectField>
      )}
      <Rows<When>
        label={words('condition.term')}
        rows={group.clauses}
        least={1}
        most={20}
        fresh={() => ({ variable: 'caller', op: 'notEmpty' })}
        onChange={(clauses) => onChange(whenOf({ ...group, clauses }))}
        draw={(clause, change) =>
          'variable' in clause ? (
            <TermEditor term={clause} onChange={change} />
          ) : (
            <GroupEditor when={clause} depth={depth + 1} onChange={change} />
          )
        }
      />
      {depth === 0 && group.clauses.length > 1 && (
        <button
          type="button"
          className="cw-add-row"
          onClick={() => onChange(whenOf({ ...group, clauses: [...group.clauses, nested(group.join)] }))}
        >
          {words('condition.addGroup')}
        </button>
      )}
    </>
  );
}

function nested(join: 'all' | 'any'): When {
  const terms: Term[] = [
    { variable: 'caller', op: 'notEmpty' },
    { variable: 'called', op: 'notEmpty' },
  ];
  return join === 'all' ? { any: terms } : { all: terms };
}

function TermEditor({ term, onChange }: { term: Term; onChange: (term: Term) => void }): ReactElement {
  const words = useWords();
  const single = term.op === 'empty' || term.op === 'notEmpty';
  return (
    <>
      <div className="cw-pair">
        <VariableField
          label={words('field.value')}
          value={term.variable}
          onChange={(variable) => onChange({ ...term, variable })}
        />
        <SelectField
          label={words('condition.op')}
          value={term.op}
          onChange={(event) => {
            const op = OPS.find((one) => one === event.target.value) ?? 'eq';
            const { to, ...rest } = term;
            if (op === 'empty' || op === 'notEmpty') onChange({ ...rest, op });
            else onChange({ ...rest, op, to: to ?? { literal: '' } });
          }}
        >
          {OPS.map((op) => (
            <option key={op} value={op}>
              {words(`op.${op}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {!single && (
        <OperandField
          label={words('condition.to')}
          value={term.to ?? { literal: '' }}
          like={term.variable}
          onChange={(to) => onChange({ ...term, to })}
        />
      )}
    </>
  );
}
