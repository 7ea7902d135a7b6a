import { type AdMarks, withAdMarks } from './ad-marks.ts';
import { type CheckedText, checkText } from './check-text.ts';
import { cp949Bytes } from './cp949.ts';
import type { PlanContent } from './plan-content.ts';
import type { PlannedRecipient, PlanProblem, PlanProblemCode } from './plan-facts.ts';
import { problem } from './plan-remark.ts';
import { MESSAGE_LIMITS, textChannel } from './sizes.ts';
import type { Rendered } from './template/template-problem.ts';

/** What one recipient gets. `checked` carries what is to be warned of. */
export type PlannedText = Pick<PlannedRecipient, 'text' | 'bytes' | 'channel' | 'fallback' | 'problem'> & {
  checked: CheckedText | null;
};
type Values = Readonly<Record<string, string>>;

/** Characters shown of what cannot be sent. */
const SHOWN = 5;

/** Makes the text of one recipient after the other; a text without variables is made once. */
export function createTextMaker(
  content: PlanContent,
  marks: AdMarks | null,
): (values: Values) => PlannedText {
  const make = (values: Values): PlannedText =>
    content.channel === 'alimtalk' ? alimtalkText(content, values) : plainText(content, marks, values);
  const { source, fallback } = content;
  if (source === null) return () => failed(content, null);
  if (source.variables.length > 0 || (fallback?.variables.length ?? 0) > 0) return make;
  const same = make({});
  return () => same;
}

const failed = ({ channel }: PlanContent, found: PlanProblem | null): PlannedText => ({
  text: '',
  bytes: 0,
  channel: channel ?? 'sms',
  fallback: null,
  problem: found,
  checked: null,
});

function plainText(content: PlanContent, marks: AdMarks | null, values: Values): PlannedText {
  const rendered = content.source?.render(values);
  if (rendered === undefined || !rendered.ok) return failed(content, unrendered(rendered, 'text-too-long'));
  const bare = checkText(rendered.text);
  const checked = marks === null ? bare : checkText(withAdMarks(bare.text, marks));
  const { text, bytes } = checked;
  const made = textChannel(bytes, content.channel === 'mms');
  const channel = made === 'too-long' ? (content.channel ?? 'lms') : (content.channel ?? made);
  const limit = channel === 'alimtalk' ? MESSAGE_LIMITS.lms : MESSAGE_LIMITS[channel];
  // Places are told in the text as written, so before the marks moved it.
  const bad = bare.unsupported.length > 0 ? bare : checked;
  const found = ((): PlanProblem | null => {
    if (rendered.text.trim() === '') return problem('text-empty', 'text', 'the text is empty');
    if (bad.unsupported.length > 0) return unsupported(bad, 'text-unsupported', 'text');
    return bytes <= limit ? null : tooLong(bytes, limit, 'text-too-long', 'text');
  })();
  return { text, bytes, channel, fallback: null, problem: found, checked: bare };
}

function alimtalkText(content: PlanContent, values: Values): PlannedText {
  const rendered = content.source?.render(values);
  if (rendered === undefined || !rendered.ok)
    return failed(content, unrendered(rendered, 'alimtalk-too-long'));
  const { text } = rendered;
  const empty = text.trim() === '' ? problem('text-empty', 'template', 'the text is empty') : null;
  const made: PlannedText = {
    text,
    bytes: cp949Bytes(text),
    channel: 'alimtalk',
    fallback: null,
    problem: empty,
    checked: null,
  };
  return content.fallback === null
    ? made
    : { ...made, ...fallbackText(content.fallback.render(values), empty) };
}

/** Kakao takes emoji, carriers do not: the SMS that may have to follow must be sendable before anything is sent. */
function fallbackText(
  rendered: Rendered,
  before: PlanProblem | null,
): Pick<PlannedText, 'fallback' | 'problem' | 'checked'> {
  if (!rendered.ok)
    return { fallback: null, checked: null, problem: before ?? unrendered(rendered, 'fallback-too-long') };
  const checked = checkText(rendered.text);
  const { text, bytes } = checked;
  const channel = textChannel(bytes, false) === 'sms' ? ('sms' as const) : ('lms' as const);
  const found =
    checked.unsupported.length > 0
      ? unsupported(checked, 'fallback-unsupported', 'template')
      : bytes > MESSAGE_LIMITS.lms
        ? tooLong(bytes, MESSAGE_LIMITS.lms, 'fallback-too-long', 'template')
        : null;
  return { fallback: { text, channel, bytes }, problem: before ?? found, checked };
}

const unrendered = (rendered: Rendered | undefined, long: PlanProblemCode): PlanProblem | null => {
  if (rendered === undefined || rendered.ok) return null;
  const { code, variable } = rendered.problem;
  const name = variable ?? undefined;
  if (code === 'variable-missing')
    return problem(code, 'recipients', `give the variable ${name} a value`, name);
  return code === 'output-too-long'
    ? problem(long, 'recipients', 'the text is too long with these values')
    : problem(
        'text-not-rendered',
        'recipients',
        `a value cannot be used: ${name ?? 'look at the text'}`,
        name,
      );
};

const unsupported = (text: CheckedText, code: PlanProblemCode, field: string): PlanProblem => {
  const shown = text.unsupported.slice(0, SHOWN).map(({ char, at }) => `${char} (${at + 1})`);
  const more = text.unsupported.length > SHOWN ? ' …' : '';
  const list = `${shown.join(', ')}${more}`;
  return problem(code, field, `phones cannot show: ${list}; take these characters out`, list);
};

const tooLong = (bytes: number, limit: number, code: PlanProblemCode, field: string): PlanProblem =>
  problem(code, field, `the text has ${bytes} bytes; at most ${limit}`, `${bytes} byte`);
