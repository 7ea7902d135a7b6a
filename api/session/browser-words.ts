type Named = readonly [mark: RegExp, name: string];

/** Chromium's descendants name Chrome, and Chrome names Safari: whoever says more about himself stands first. */
const BROWSERS: readonly Named[] = [
  [/\bEdgi?A?(?:OS)?\//, 'Edge'],
  [/\bWhale\//, 'Whale'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/\S+ .*\bSafari\//, 'Safari'],
];

/** Android names Linux, and iPhones and iPads name macOS. */
const SYSTEMS: readonly Named[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const nameIn = (names: readonly Named[], text: string): string | null =>
  names.find(([mark]) => mark.test(text))?.[1] ?? null;

/** What people call the browser and the system of a `User-Agent`. Enough to recognise one's own; no more is asked of it. */
export const browserWords = (userAgent: string): { browser: string | null; system: string | null } => ({
  browser: nameIn(BROWSERS, userAgent),
  system: nameIn(SYSTEMS, userAgent),
});
