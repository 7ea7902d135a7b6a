/**
 * The one-time token of a mailed link. It stands behind `#`, which no server and no log on the way gets to see; it is
 * taken out of the address at once, so that it is not in the history either. Both `#token=…` and `#…` are understood.
 */
export function takeToken(): string | null {
  const text = location.hash.replace(/^#/, '');
  if (text === '') return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return text.startsWith('token=') ? (new URLSearchParams(text).get('token') ?? null) : text;
}
