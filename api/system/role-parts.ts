import type { SystemPartView } from '../../contracts/api/system.ts';
import type { Texts } from '../../contracts/api/texts.ts';
import type { ReportedPart } from '../../db/repositories/part-health.ts';
import { type AdviceCode, adviceFor } from './advice.ts';
import { isFresh, isWell, timesOf } from './facts.ts';

const TITLES: Readonly<Record<string, Texts>> = {
  'flow-worker': { ko: '통화 처리', en: 'Flow worker' },
  'switch-worker': { ko: '교환기 감시', en: 'Switch worker' },
  'media-worker': { ko: '음성 파일', en: 'Media worker' },
};

const titleOf = ({ role, instance }: ReportedPart): Texts => {
  const title = TITLES[role] ?? { ko: role, en: role };
  return instance === role ? title : { ko: `${title.ko} (${instance})`, en: `${title.en} (${instance})` };
};

/** Parts that a process reports and that have no line of their own on the page. */
const isOwn = ({ part }: ReportedPart): boolean => !/^(switch|events):|^(temporal|postgres|mail)$/.test(part);

/** Our own processes, one line each. */
export function roleParts(reported: readonly ReportedPart[], version: string): SystemPartView[] {
  const names = [...new Set(reported.map(({ role, instance }) => `${role}:${instance}`))];
  return names.flatMap((name) => {
    const words = reported.filter(({ role, instance }) => `${role}:${instance}` === name);
    const [first] = words;
    return first === undefined ? [] : [rolePart(name, first, words, version)];
  });
}

function rolePart(
  name: string,
  first: ReportedPart,
  words: readonly ReportedPart[],
  expected: string,
): SystemPartView {
  const running = first.version ?? null;
  const failing = words.filter((word) => isOwn(word) && !isWell(word));
  const code = ((): AdviceCode | undefined => {
    if (!words.some(isFresh)) return 'worker/silent';
    if (failing.length > 0)
      return failing.some(({ part }) => part === 'numbers') ? 'numbers/none' : 'part/failing';
    return running !== null && running !== expected ? 'worker/version' : undefined;
  })();
  return {
    part: name,
    title: titleOf(first),
    state: code === undefined ? 'ok' : code === 'worker/silent' ? 'down' : 'degraded',
    version: running,
    detail: null,
    ...timesOf(failing.length > 0 ? failing : words),
    advice: code === undefined ? null : adviceFor(code),
  };
}
