/** Where to go after the sign-in: a path of this console, never another site's address. */
export function backTo(search: string): string {
  const back = new URLSearchParams(search).get('back') ?? '/';
  // `//host` and `/\host` are addresses of other sites to a browser.
  return /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-in') ? back : '/';
}
