/** One result of a TAP stream, with the diagnostics that followed it. */
export interface TapResult {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly title: string;
  /** Lines of the block below it, as written: why it failed, what it logged. */
  readonly details: readonly string[];
}

export interface TapTotals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface TapReader {
  /** One line, without its end. */
  line(text: string): void;
  /** To be called at the end of the stream: hands over the last result. */
  end(): void;
  totals(): TapTotals;
  /** True once the plan (`1..N`) was seen: AVA writes it last, so without it the run broke off. */
  isWhole(): boolean;
}

const RESULT = /^(?<not>not )?ok \d+(?: - (?<title>.*?))?(?: # (?<directive>SKIP|TO[D]O)\b.*)?$/i;

const CHROME = /^(TAP version|#|1\.\.\d+$|\s*$)/;

/**
 * Reads AVA's TAP (version 13) line by line; `onResult` is called once for each test, in order, `onOther` with what
 * is no TAP: AVA's own complaints, words that a test wrote to stdout.
 */
export function createTapReader(
  onResult: (result: TapResult) => void,
  onOther: (line: string) => void = () => undefined,
): TapReader {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let whole = false;
  let current: { outcome: TapResult['outcome']; title: string; details: string[] } | undefined;
  const flush = (): void => {
    if (current === undefined) return;
    counts[current.outcome] += 1;
    onResult(current);
    current = undefined;
  };
  return {
    line: (text) => {
      if (/^1\.\.\d+$/.test(text)) whole = true;
      const match = RESULT.exec(text);
      if (match === null) {
        if (current !== undefined && /^(\s|# {2})/.test(text)) current.details.push(text);
        else if (!CHROME.test(text)) onOther(text);
        return;
      }
      flush();
      const { not, title = '', directive } = match.groups ?? {};
      const outcome = directive !== undefined ? 'skipped' : not === undefined ? 'passed' : 'failed';
      current = { outcome, title, details: [] };
    },
    end: flush,
    totals: () => ({ ...counts }),
    isWhole: () => whole,
  };
}

/** The line that ends a run. */
export function totalsLine({ passed, failed, skipped }: TapTotals): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
