import type { CheckedText } from './check-text.ts';
import type { ImageFact, PlannedRecipient, PlanWarning } from './plan-facts.ts';
import { warning } from './plan-remark.ts';
import { IMAGE_RECOMMENDED } from './sizes.ts';

/** Characters named in one warning. */
const SHOWN = 10;

/** Collects what the texts of all recipients are to be warned of, each once. */
export function createTextWarnings(): {
  note: (checked: CheckedText | null) => void;
  warnings: () => PlanWarning[];
} {
  const replaced = new Set<string>();
  const rare = new Set<string>();
  const first = (chars: ReadonlySet<string>): string => [...chars].slice(0, SHOWN).join(' ');
  return {
    note: (checked) => {
      for (const found of checked?.warnings ?? []) {
        if (found.code === 'replaced') replaced.add(`${found.char}→${found.to}`);
        else rare.add(found.char);
      }
    },
    warnings: () => [
      ...(replaced.size > 0
        ? [warning('characters-replaced', 'text', `written otherwise for phones: ${first(replaced)}`)]
        : []),
      ...(rare.size > 0 ? [warning('old-phones', 'text', `old phones may not show: ${first(rare)}`)] : []),
    ],
  };
}

/** What is odd about image, time and numbers, without keeping anything from being sent. */
export function otherWarnings(
  image: ImageFact | null,
  recipients: readonly PlannedRecipient[],
  times: { asked: number; from: number },
): PlanWarning[] {
  const sent = recipients.filter(({ exclusion }) => exclusion === null);
  const restored = sent.filter((recipient) => recipient.restored).length;
  const deferred = sent.filter(({ dueAt }) => dueAt > times.from).length;
  const { width, height } = IMAGE_RECOMMENDED;
  const found: PlanWarning[] = [];
  if (image !== null && (image.width !== width || image.height !== height))
    found.push(warning('image-not-recommended', 'image', `${width}×${height} is recommended`));
  if (restored > 0)
    found.push(
      warning('zero-restored', 'recipients', `the leading zero of ${restored} numbers was put back`),
    );
  if (deferred > 0)
    found.push(
      warning('night-deferred', 'dueAt', `${deferred} texts wait for 08:00: no advertising at night`),
    );
  if (times.asked < times.from)
    found.push(warning('due-passed', 'dueAt', 'the time has passed; sent at once'));
  return found;
}
