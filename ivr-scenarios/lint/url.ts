/** Variables in the address of a request, `{name}`, each once. */
export const urlVariables = (url: string): string[] => [
  ...new Set([...url.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)),
];

/** Host of an https address in small letters, without port; what stands before an `@` is no host. */
export function hostOf(url: string): string {
  const authority = /^https:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return host.replace(/:[0-9]*$/, '').toLowerCase();
}
