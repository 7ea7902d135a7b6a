/** The nonce that the api put into this page; '' when the policy asks for none (development). */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

/**
 * Gives style elements that scripts make the page's nonce. antd takes a nonce, but the scroll lock of its drawers and
 * dialogs does not pass it on; `style-src 'unsafe-inline'` would be the other way out.
 */
export function giveNonceToStyles(): void {
  const nonce = styleNonce();
  if (nonce === '') return;
  const create = document.createElement.bind(document);
  document.createElement = (tag: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(tag, options);
    if (tag === 'style') element.nonce = nonce;
    return element;
  };
}
