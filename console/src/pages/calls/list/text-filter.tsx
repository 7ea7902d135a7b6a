import { type ReactElement, useEffect, useState } from 'react';

/** How long somebody may pause while typing before the list is asked. */
const PAUSE_MS = 400;

/** A field whose text narrows the list a moment after the last letter, or at once on Enter. */
export function TextFilter({
  label,
  hint,
  value,
  mode,
  onChange,
}: {
  label: string;
  hint?: string;
  value: string | null;
  mode: 'tel' | 'text';
  onChange: (value: string | null) => void;
}): ReactElement {
  const [text, setText] = useState(value ?? '');
  const [asked, setAsked] = useState(value);
  // The address was changed from elsewhere: back, or the filters were cleared.
  if (value !== asked) {
    setAsked(value);
    setText(value ?? '');
  }
  const apply = (): void => {
    const next = text.trim() || null;
    if (next === value) return;
    setAsked(next);
    onChange(next);
  };
  useEffect(() => {
    const timer = setTimeout(apply, PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <label className="cw-filter">
      <span>{label}</span>
      <input
        type="search"
        inputMode={mode}
        autoComplete="off"
        maxLength={40}
        placeholder={hint}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) apply();
        }}
      />
    </label>
  );
}
