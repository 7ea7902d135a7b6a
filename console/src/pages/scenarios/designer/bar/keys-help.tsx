import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../../../components/side-panel.tsx';
import { useDesigner, useKit } from '../state/use-designer.ts';

const KEYS = [
  ['← → ↑ ↓', 'move'],
  ['Alt + ← → ↑ ↓', 'nudge'],
  ['Enter', 'open'],
  ['N', 'add'],
  ['C', 'connect'],
  ['Delete', 'remove'],
  ['Ctrl + Z / Y', 'undo'],
  ['Ctrl + C / X / V / D', 'copy'],
  ['Ctrl + A', 'all'],
  ['Ctrl + F', 'find'],
  ['Ctrl + S', 'save'],
  ['F6 / Shift + F6', 'areas'],
  ['Esc', 'back'],
  ['?', 'help'],
] as const;

/** Every key of the designer. */
export function KeysHelp(): ReactElement {
  const { t } = useTranslation();
  const { store } = useKit();
  const open = useDesigner((state) => state.help);
  return (
    <SidePanel
      open={open}
      title={t('scenarioDesigner.keys.title')}
      onClose={() => store.set({ help: false })}
    >
      <dl className="cw-keys-help">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`scenarioDesigner.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('scenarioDesigner.keys.lineTitle')}</h3>
      <ul>
        {(['text', 'type', 'dial', 'menu', 'onward', 'connect'] as const).map((one) => (
          <li key={one}>{t(`scenarioDesigner.keys.line.${one}`)}</li>
        ))}
      </ul>
    </SidePanel>
  );
}
