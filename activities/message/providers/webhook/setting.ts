/** Where a company's own gateway listens, and the secret that both sides sign with. */
export type WebhookSetting = {
  url: string;
  secret: string;
  /** Longest time of one request, ms. */
  requestMs?: number;
  /** ms since the epoch. */
  now?: () => number;
};
