/** Keys of one product of NHN Cloud. */
export type NhnKeys = { appKey: string; secretKey: string };

/** How NHN Cloud is reached; a product without keys carries nothing. */
export type NhnSetting = {
  /** SMS, LMS and MMS. */
  sms?: NhnKeys;
  /** KakaoTalk Bizmessage. */
  alimtalk?: NhnKeys;
  /** Origin of both products; absent: NHN's own of each. */
  url?: string;
  /** What stands in `X-Toast-Webhook-Signature` of reports, as entered in NHN's console. */
  signature?: string;
  /** Longest time of one request, ms. */
  requestMs?: number;
  /** ms since the epoch. */
  now?: () => number;
};

export const NHN_URLS = {
  sms: 'https://sms.api.nhncloudservice.com',
  alimtalk: 'https://kakaotalk-bizmessage.api.nhncloudservice.com',
} as const;
