/** How one Solapi account is reached. */
export type SolapiSetting = {
  key: string;
  secret: string;
  /** Origin of the API; absent: Solapi's own. */
  url?: string;
  /** Longest time of one request, ms. */
  requestMs?: number;
  /** ms since the epoch. */
  now?: () => number;
};

export const SOLAPI_URL = 'https://api.solapi.com';
