import { SendOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../api/use-change.ts';
import { ByteCounter } from '../../components/byte-counter.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { messageSize } from '../../components/message-size.ts';
import { TextField } from '../../components/text-field.tsx';
import { replyKey } from './reply-key.ts';
import { THREADS } from './threads-query.ts';

/** Answers in a conversation. The key belongs to the words: pressed twice, they go out once. */
export function Reply({ id }: { id: string }): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [key, setKey] = useState(replyKey);
  const send = useChange(THREADS);
  const refused = text.trim() === '' || messageSize(text, false).over;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (refused || send.isPending) return;
    send.mutate(
      { method: 'POST', path: `/threads/${id}/reply`, body: { key, text } },
      {
        onSuccess: () => {
          setText('');
          setKey(replyKey());
        },
      },
    );
  };
  return (
    <form className="cw-form cw-reply" onSubmit={submit}>
      <FormProblem problem={send.error} words={{ 'message/refused': t('threads.refused') }} />
      <TextField
        label={t('threads.reply')}
        rows={3}
        value={text}
        maxLength={2_000}
        onChange={({ target }) => {
          setText(target.value);
          setKey(replyKey());
        }}
        below={<ByteCounter text={text} />}
      />
      <div className="cw-buttons">
        <Button
          type="primary"
          htmlType="submit"
          icon={<SendOutlined aria-hidden />}
          loading={send.isPending}
          disabled={refused}
        >
          {t('threads.send')}
        </Button>
      </div>
    </form>
  );
}
