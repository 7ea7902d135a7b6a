/** A random key of 32 hexadecimal digits; also on pages that came over plain HTTP, where randomUUID is not to be had. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
