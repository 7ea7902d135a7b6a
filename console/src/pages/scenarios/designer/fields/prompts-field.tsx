import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { type ReactElement, useId } from 'react';
import type { DraftOf } from '../model/document.ts';
import { useWords } from './field-kit.ts';
import { ItemEditor } from './item-editor.tsx';
import './prompts-field.css';

export type PromptItems = DraftOf<'play'>['prompts'];
export type PromptItem = PromptItems[number];

/** Kinds of pieces that a sequence is made of, each with what a new one is. */
const NEW_ITEMS = {
  text: () => ({ text: '' }),
  prompt: () => ({ prompt: '' }),
  file: () => 'ko/main/no-input.wav',
  say: () => ({ say: 'digits', value: { variable: 'caller' } }),
  silence: () => ({ silence: 500 }),
  tone: () => ({ tone: 'beep' }),
} as const satisfies Readonly<Record<string, () => PromptItem>>;
type Kind = keyof typeof NEW_ITEMS;
const KINDS = Object.keys(NEW_ITEMS) as Kind[];

/** What is said, piece after piece. `first`: the field that the block is opened for. */
export function PromptsField({
  label,
  items,
  first = false,
  onChange,
}: {
  label: string;
  items: PromptItems;
  first?: boolean;
  onChange: (items: PromptItems) => void;
}): ReactElement {
  const words = useWords();
  const id = useId();
  const put = (index: number, item: PromptItem): void => onChange(items.with(index, item));
  const swap = (index: number, other: number): void => {
    const [a, b] = [items[index], items[other]];
    if (a !== undefined && b !== undefined) onChange(items.with(index, b).with(other, a));
  };
  return (
    <fieldset className="cw-prompts" data-first={first || undefined}>
      <legend>{label}</legend>
      <ol>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place, and equal ones are equal
          <li key={index}>
            <ItemEditor
              label={items.length > 1 ? `${label} ${index + 1}` : label}
              item={item}
              onChange={(next) => put(index, next)}
            />
            {items.length > 1 && (
              <span className="cw-prompts-order">
                <button
                  type="button"
                  aria-label={words('item.up', { index: index + 1 })}
                  disabled={index === 0}
                  onClick={() => swap(index, index - 1)}
                >
                  <ArrowUpOutlined aria-hidden />
                </button>
                <button
                  type="button"
                  aria-label={words('item.down', { index: index + 1 })}
                  disabled={index === items.length - 1}
                  onClick={() => swap(index, index + 1)}
                >
                  <ArrowDownOutlined aria-hidden />
                </button>
                <button
                  type="button"
                  aria-label={words('item.remove', { index: index + 1 })}
                  onClick={() => onChange(items.toSpliced(index, 1))}
                >
                  <DeleteOutlined aria-hidden />
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
      <label className="cw-hidden" htmlFor={id}>
        {words('item.add')}
      </label>
      <select
        id={id}
        className="cw-prompts-add"
        value=""
        disabled={items.length >= 20}
        onChange={(event) => {
          const kind = KINDS.find((one) => one === event.target.value);
          if (kind !== undefined) onChange([...items, NEW_ITEMS[kind]()]);
        }}
      >
        <option value="">+ {words('item.add')}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words(`item.${kind}`)}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
