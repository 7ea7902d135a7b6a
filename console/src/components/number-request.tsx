import { Button } from 'antd';
import type { FormEvent, ReactElement, ReactNode } from 'react';
import type { Change } from '../api/use-change.ts';
import { Field } from './field.tsx';
import { FormProblem } from './form-problem.tsx';
import { Notice } from './notice.tsx';

/** What the form needs of a `useChange`. */
type Asking = {
  readonly data: { readonly id: string } | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly mutate: (change: Change) => void;
};

export type NumberRequestWords = {
  readonly digits: string;
  readonly digitsHint: string;
  /** What happens after it was asked for. */
  readonly after: string;
  readonly taken: string;
  readonly wrong: string;
  readonly ask: string;
  /** Shown once it was asked for. */
  readonly asked: string;
};

/** Asks for something on a number that somebody else decides on; emptied when it was taken. Further fields: `children`. */
export function NumberRequest({
  asking,
  path,
  words,
  more = {},
  children,
}: {
  asking: Asking;
  path: string;
  words: NumberRequestWords;
  /** Goes into the body beside the named fields. */
  more?: object;
  children: ReactNode;
}): ReactElement {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { digits, ...fields } = Object.fromEntries(new FormData(event.currentTarget));
    const body = { ...fields, ...more, digits: String(digits).replaceAll(/[\s-]/g, '') };
    asking.mutate({ method: 'POST', path, body });
  };
  return (
    <>
      {asking.data !== undefined && <Notice tone="ok">{words.asked}</Notice>}
      <form key={asking.data?.id ?? ''} className="cw-form" onSubmit={submit}>
        <Field
          name="digits"
          inputMode="tel"
          label={words.digits}
          hint={words.digitsHint}
          maxLength={20}
          autoComplete="off"
          required
        />
        {children}
        <Notice tone="info">{words.after}</Notice>
        <FormProblem
          problem={asking.error}
          words={{
            'request/conflict': words.taken,
            'request/invalid': words.wrong,
            'message/refused': words.wrong,
          }}
        />
        <Button type="primary" htmlType="submit" loading={asking.isPending}>
          {words.ask}
        </Button>
      </form>
    </>
  );
}
