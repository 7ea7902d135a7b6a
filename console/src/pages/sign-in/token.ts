import { useEffect, useState } from 'react';

/**
 * The one-time token of a mailed link. It stands behind `#`, which no server and no log on the way gets to see; it is
 * taken out of the address at once, so that it is not in the history either. Both `#token=…` and `#…` are understood.
 */
function takeToken(): string | null {
  const text = location.hash.replace(/^#/, '');
  if (text === '') return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return text.startsWith('token=') ? new URLSearchParams(text).get('token') : text;
}

/** The token of the link that was followed, also of one that is pasted while its page is open already. */
export function useToken(): string | null {
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    const onChange = (): void => setToken((before) => takeToken() ?? before);
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  return token;
}
