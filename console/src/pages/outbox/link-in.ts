/** The first link of a mail's text, without the full stop behind it; null when there is none. */
export function linkIn(text: string): string | null {
  return /https?:\/\/\S+/.exec(text)?.[0].replace(/[.,)]+$/, '') ?? null;
}
