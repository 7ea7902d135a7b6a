import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView, ProblemView } from '../../../../../../contracts/api/scenarios.ts';
import { request } from '../../../../api/client.ts';
import { FileField } from '../../../../components/file-field.tsx';
import { FormProblem } from '../../../../components/form-problem.tsx';
import { Notice } from '../../../../components/notice.tsx';
import type { Document } from '../model/document.ts';
import { readDocument } from '../model/read-document.ts';
import { ProblemLines } from '../panel/problem-lines.tsx';
import { documentOf } from '../state/store.ts';
import { useActions, useDesigner, useKit } from '../state/use-designer.ts';

const pretty = (document: unknown): string => JSON.stringify(document, null, 2);

/** Codes of documents that are no scenario at all: nothing of them can be drawn. */
const HOPELESS: ReadonlySet<string> = new Set(['document-too-large', 'document-invalid', 'forbidden-key']);

/** What a text turned out to be. */
type Refusal =
  | { readonly kind: 'syntax'; readonly says: string }
  | { readonly kind: 'problems'; readonly problems: readonly ProblemView[] };

/** The document as text: to be read, changed, put into a file and taken from one. The server judges before it is taken. */
export function JsonView({ id, original }: { id: string; original: unknown }): ReactElement {
  const { t } = useTranslation();
  const { store } = useKit();
  const actions = useActions();
  const document = useDesigner(documentOf);
  const readOnly = useDesigner((state) => state.readOnly);
  const drawable = readDocument(original) !== null;
  const now = pretty(drawable ? document : original);
  const [text, setText] = useState(now);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => setText(now), [now]);
  const take = useMutation({
    mutationFn: async (written: string): Promise<void> => {
      const read = parsed(written);
      if (read instanceof SyntaxError) return setRefusal({ kind: 'syntax', says: read.message });
      const { problems } = await request<CheckView>('POST', '/scenarios/check', {
        document: read,
        scenario: id,
      });
      const bad = problems.filter(({ code }) => HOPELESS.has(code));
      const taken = readDocument(read);
      if (bad.length > 0 || taken === null) return setRefusal({ kind: 'problems', problems: bad });
      setRefusal(null);
      accept(taken);
    },
  });
  const accept = (taken: Document): void => {
    actions.settle('json', (draft) => ({ ...draft, document: taken }));
    actions.openPart('main');
    store.set({ view: 'canvas' });
  };
  return (
    <section className="cw-json" data-area="canvas" aria-label={t('scenarioDesigner.view.json')}>
      {!drawable && <Notice tone="warn">{t('scenarioDesigner.json.undrawable')}</Notice>}
      <textarea
        aria-label={t('scenarioDesigner.json.field')}
        value={text}
        readOnly={readOnly}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      {refusal?.kind === 'syntax' && (
        <Notice tone="bad">{t('scenarioDesigner.json.syntax', { says: refusal.says })}</Notice>
      )}
      {refusal?.kind === 'problems' && (
        <Notice tone="bad">
          {t('scenarioDesigner.json.refused')}
          <ProblemLines problems={refusal.problems} jump={actions.jump} />
        </Notice>
      )}
      <FormProblem problem={take.error} />
      <div className="cw-row">
        {!readOnly && (
          <Button
            type="primary"
            loading={take.isPending}
            disabled={text === now}
            onClick={() => take.mutate(text)}
          >
            {t('scenarioDesigner.json.apply')}
          </Button>
        )}
        <Button icon={<DownloadOutlined aria-hidden />} onClick={() => download(document.name, text)}>
          {t('scenarioDesigner.json.export')}
        </Button>
        {!readOnly && (
          <FileField
            label={t('scenarioDesigner.json.import')}
            action={t('scenarioDesigner.json.choose')}
            accept="application/json,.json"
            onFile={(file) => void file.text().then(setText)}
          />
        )}
      </div>
    </section>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return cause instanceof SyntaxError ? cause : new SyntaxError(String(cause));
  }
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replace(/[\\/:*?"<>|]/g, '-') || 'scenario'}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
