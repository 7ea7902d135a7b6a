const KEY = 'callwright.reloaded';
const ONCE_IN_MS = 60_000;

/**
 * A page that was opened before an update asks for chunks that are gone: it loads itself anew, once, since a chunk may
 * also be missing because the network is.
 */
export function reloadAfterUpdate(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(KEY) ?? 0);
    if (Date.now() - last < ONCE_IN_MS) return;
    event.preventDefault();
    sessionStorage.setItem(KEY, String(Date.now()));
    location.reload();
  });
}
