/** What a part needs to tell people: a pino logger fits, and so does a test's array. One line a message, no secrets. */
export interface PartLog {
  info(message: string): void;
  warn(message: string): void;
}

/** For callers that want no words from a part. */
export const silentLog: PartLog = { info: () => undefined, warn: () => undefined };
