import type { ReactElement } from 'react';
import { SelectField } from '../../../../components/select-field.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { documentOf } from '../state/store.ts';
import { useDesigner } from '../state/use-designer.ts';
import { useLibrary } from '../words/library.ts';
import { useWords } from './field-kit.ts';
import { NumberField } from './line.tsx';
import { OperandField } from './operand-field.tsx';
import { PromptSound, TextSound } from './prompt-sound.tsx';
import type { PromptItem } from './prompts-field.tsx';
import { ToneField } from './tone-field.tsx';

type Props<I> = { readonly label: string; readonly item: I; readonly onChange: (item: PromptItem) => void };
type Text = Extract<PromptItem, { text: string }>;
type Say = Extract<PromptItem, { say: string }>;

/** Editor of one piece of what is said. */
export function ItemEditor({ label, item, onChange }: Props<PromptItem>): ReactElement {
  const words = useWords();
  if (typeof item === 'string') return <FileItem label={label} item={item} onChange={onChange} />;
  if ('text' in item) return <TextItem label={label} item={item} onChange={onChange} />;
  if ('prompt' in item) return <CompanyItem label={label} item={item} onChange={onChange} />;
  if ('silence' in item)
    return (
      <NumberField
        label={words('item.silenceMs')}
        value={item.silence / 1_000}
        min={0.1}
        max={10}
        step={0.1}
        onDone={(seconds) => onChange({ silence: Math.round(seconds * 1_000) })}
      />
    );
  if ('tone' in item) return <ToneField tone={item.tone} onChange={(tone) => onChange({ tone })} />;
  if ('say' in item) return <SayItem label={label} item={item} onChange={onChange} />;
  return <p className="cw-muted">{words('item.compiled')}</p>;
}

function TextItem({ label, item, onChange }: Props<Text>): ReactElement {
  const words = useWords();
  const language = useDesigner((state) => documentOf(state).language);
  const languages = useDesigner((state) => documentOf(state).languages);
  const others = (languages ?? []).filter((one) => one !== language);
  return (
    <>
      <TextField
        label={label}
        rows={2}
        maxLength={500}
        value={item.text}
        onChange={(event) => onChange({ ...item, text: event.target.value })}
        below={<TextSound text={item.text} language={language} />}
      />
      {others.map((other) => (
        <TextField
          key={other}
          label={`${label} (${words(`language.${other}`)})`}
          lang={other}
          rows={2}
          maxLength={500}
          value={item.in?.[other] ?? ''}
          onChange={(event) => onChange({ ...item, in: { ...item.in, [other]: event.target.value } })}
          below={<TextSound text={item.in?.[other] ?? ''} language={other} />}
        />
      ))}
    </>
  );
}

function FileItem({ label, item, onChange }: Props<string>): ReactElement {
  const { shipped } = useLibrary();
  const known = shipped.some(({ path }) => path === item);
  return (
    <>
      <SelectField label={label} value={item} onChange={(event) => onChange(event.target.value)}>
        {!known && <option value={item}>{item}</option>}
        {shipped.map(({ path, words }) => (
          <option key={path} value={path}>
            {words}
          </option>
        ))}
      </SelectField>
      <PromptSound path={item} />
    </>
  );
}

function CompanyItem({
  label,
  item,
  onChange,
}: Props<Extract<PromptItem, { prompt: string }>>): ReactElement {
  const words = useWords();
  const prompts = useLibrary().prompts.filter(({ kind }) => kind === 'speech');
  const chosen = prompts.find(({ id }) => id === item.prompt);
  const path = chosen?.files[0]?.path;
  return (
    <>
      <SelectField
        label={label}
        value={item.prompt}
        hint={prompts.length === 0 ? words('item.noPrompts') : undefined}
        onChange={(event) => onChange({ prompt: event.target.value })}
      >
        {chosen === undefined && <option value={item.prompt}>{words('summary.notChosen')}</option>}
        {prompts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {path !== undefined && <PromptSound path={path} />}
    </>
  );
}

const SAY_KINDS = ['digits', 'number', 'amount', 'date', 'time', 'count'] as const;
const UNITS = ['people', 'items', 'cases', 'times', 'minutes', 'hours', 'days', 'floors', 'place'] as const;

function SayItem({ label, item, onChange }: Props<Say>): ReactElement {
  const words = useWords();
  return (
    <div className="cw-pair">
      <SelectField
        label={label}
        value={item.say}
        onChange={(event) => {
          const say = SAY_KINDS.find((kind) => kind === event.target.value) ?? 'digits';
          onChange({ say, value: item.value, ...(say === 'count' ? { unit: item.unit ?? 'people' } : {}) });
        }}
      >
        {SAY_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words(`say.${kind}`)}
          </option>
        ))}
      </SelectField>
      {item.say === 'count' && (
        <SelectField
          label={words('field.unit')}
          value={item.unit ?? 'people'}
          onChange={(event) =>
            onChange({ ...item, unit: UNITS.find((unit) => unit === event.target.value) ?? 'people' })
          }
        >
          {UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {words(`count.${unit}`)}
            </option>
          ))}
        </SelectField>
      )}
      <OperandField
        label={words('field.value')}
        value={item.value}
        onChange={(value) => onChange({ ...item, value })}
      />
    </div>
  );
}
