/** The host of what somebody pasted: a whole https address is as good as the name alone. */
export function hostIn(text: string): string {
  const given = text.trim();
  return /^https:\/\/([^/?#\s]+)/i.exec(given)?.[1] ?? given;
}
