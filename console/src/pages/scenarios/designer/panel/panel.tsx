import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView } from '../../../../../../contracts/api/scenarios.ts';
import { focusArea } from '../bar/areas.ts';
import type { PanelTab } from '../state/store.ts';
import { useDesigner, useKit } from '../state/use-designer.ts';
import { BlockPanel } from './block-panel.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import './panel.css';

const TABS = ['block', 'problems', 'settings'] as const satisfies readonly PanelTab[];

/** Beside the canvas: the block at hand, what is wrong, settings of the whole. */
export function Panel({ check }: { check: CheckView | undefined }): ReactElement {
  const { t } = useTranslation();
  const { store } = useKit();
  const tab = useDesigner((state) => state.tab);
  const fill = useDesigner((state) => state.fill);
  const idle = useDesigner((state) => state.tab === 'block' && state.selected.size === 0);
  useEffect(() => {
    // A block that has just been added: what it says is typed over the example.
    if (fill > 0) focusArea('fields');
  }, [fill]);
  const count = check?.problems.length ?? 0;
  const shown = (one: PanelTab): string =>
    one === 'problems' && count > 0
      ? t('scenarioDesigner.tab.problemsCount', { count })
      : t(`scenarioDesigner.tab.${one}`);
  return (
    <section
      className="cw-side-panel"
      data-area="panel"
      data-idle={idle || undefined}
      aria-label={t('scenarioDesigner.panel')}
    >
      <div className="cw-panel-tabs" role="tablist" aria-label={t('scenarioDesigner.panel')}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`cw-tab-${one}`}
            aria-selected={tab === one}
            aria-controls="cw-tab-content"
            onClick={() => store.set({ tab: one })}
          >
            {shown(one)}
          </button>
        ))}
      </div>
      <div
        id="cw-tab-content"
        role="tabpanel"
        aria-labelledby={`cw-tab-${tab}`}
        className="cw-panel-content"
        data-area="fields"
      >
        {tab === 'block' && <BlockPanel check={check} />}
        {tab === 'problems' && <ProblemsPanel check={check} />}
        {tab === 'settings' && <SettingsPanel />}
      </div>
    </section>
  );
}
