/** A key that no other text has. Works without https too, where `randomUUID` is missing. */
export const replyKey = (): string =>
  `reply-${[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
