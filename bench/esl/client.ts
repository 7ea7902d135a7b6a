/** What both clients under measurement can do. */
export type BenchClient = {
  /** One round trip of `api`. */
  api(): Promise<unknown>;
  /** One round trip of `bgapi`, up to the job's result. */
  bgapi(): Promise<unknown>;
  /** Resolves when `count` events are received and parsed. */
  events(count: number): Promise<void>;
  close(): void;
};
