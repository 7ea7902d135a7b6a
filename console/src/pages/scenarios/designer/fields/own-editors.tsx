import type { ReactElement } from 'react';
import type { DraftBlock } from '../model/document.ts';
import { CalendarEditor, UntilEditor } from './calendar-editors.tsx';
import { CasesEditor, SharesEditor, WaysEditor } from './case-editors.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { CallerIdEditor, ModeEditor, ScenarioEditor, TargetEditor } from './connect-editors.tsx';
import { AssignEditor, LogValuesEditor, TagsEditor } from './data-editors.tsx';
import { OutcomeEditor, PartEditor } from './end-editors.tsx';
import type { EditorProps } from './field-kit.ts';
import { BodyEditor, TakeEditor } from './http-editors.tsx';
import { CancelKeyEditor, LimitsEditor, MenuKeysEditor, ReadBackEditor } from './input-editors.tsx';
import { MessageTextEditor, RecipientEditor, TextValuesEditor } from './message-editors.tsx';
import type { OwnEditor } from './specs.ts';

type Editor = (props: EditorProps) => ReactElement | null;

/** An editor for blocks of one type; on any other it draws nothing. */
function forType<T extends DraftBlock['type']>(
  types: readonly T[],
  Of: (props: EditorProps<Extract<DraftBlock, { type: T }>>) => ReactElement | null,
): Editor {
  const fits = (block: DraftBlock): block is Extract<DraftBlock, { type: T }> =>
    types.some((type) => type === block.type);
  return function TypedEditor({ block, put }) {
    return fits(block) ? <Of block={block} put={put} /> : null;
  };
}

export const OWN_EDITORS: Readonly<Record<OwnEditor, Editor>> = {
  menuKeys: forType(['menu'], MenuKeysEditor),
  limits: forType(['collect'], LimitsEditor),
  cancelKey: forType(['collect'], CancelKeyEditor),
  readBack: forType(['collect'], ReadBackEditor),
  condition: forType(['condition'], ConditionEditor),
  cases: forType(['switch'], CasesEditor),
  shares: forType(['split'], SharesEditor),
  ways: forType(['random'], WaysEditor),
  assign: forType(['set'], AssignEditor),
  tags: forType(['tag'], TagsEditor),
  logValues: forType(['log'], LogValuesEditor),
  calendar: forType(['businessHours'], CalendarEditor),
  until: forType(['waitUntil'], UntilEditor),
  recipient: forType(['sendMessage'], RecipientEditor),
  messageText: forType(['sendMessage'], MessageTextEditor),
  textValues: forType(['sendMessage'], TextValuesEditor),
  body: forType(['httpRequest'], BodyEditor),
  take: forType(['httpRequest'], TakeEditor),
  target: forType(['connect', 'transfer'], TargetEditor),
  mode: forType(['transfer'], ModeEditor),
  callerId: forType(['setCallerId'], CallerIdEditor),
  scenario: forType(['toScenario'], ScenarioEditor),
  part: forType(['subScenario'], PartEditor),
  outcome: forType(['hangup'], OutcomeEditor),
};
