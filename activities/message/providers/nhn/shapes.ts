import { z } from 'zod';
import { ProviderId } from '../shared/provider-id.ts';

/** NHN's answers, as far as they are used (SMS v3.0, KakaoTalk Bizmessage v2.3). */
const Header = z.looseObject({
  isSuccessful: z.boolean(),
  resultCode: z.number(),
  resultMessage: z.string().nullish(),
});
export const Headed = z.looseObject({ header: Header });

const SendResult = z.looseObject({
  resultCode: z.number().nullish(),
  resultMessage: z.string().nullish(),
  recipientSeq: z.number(),
  recipientGroupingKey: z.string().nullish(),
});
export type SendResult = z.infer<typeof SendResult>;

export const SmsSent = z.looseObject({
  body: z.looseObject({
    data: z.looseObject({ requestId: ProviderId, sendResultList: z.array(SendResult) }),
  }),
});

export const AlimtalkSent = z.looseObject({
  message: z.looseObject({ requestId: ProviderId, sendResults: z.array(SendResult) }),
});

export const Uploaded = z.looseObject({
  body: z.looseObject({ data: z.looseObject({ fileId: z.number() }) }),
});

const Listed = z.looseObject({
  requestId: ProviderId,
  recipientSeq: z.number(),
  recipientGroupingKey: z.string().nullish(),
  resultCode: z.string().nullish(),
  resultCodeName: z.string().nullish(),
});
export const ListedSms = Listed.extend({ msgStatus: z.string(), resultDate: z.string().nullish() });
export const ListedAlimtalk = Listed.extend({ messageStatus: z.string(), receiveDate: z.string().nullish() });
export type ListedSms = z.infer<typeof ListedSms>;
export type ListedAlimtalk = z.infer<typeof ListedAlimtalk>;

export const SmsList = z.looseObject({
  body: z.looseObject({ totalCount: z.number(), data: z.array(ListedSms).nullish() }),
});
export const AlimtalkList = z.looseObject({
  messageSearchResultResponse: z.looseObject({
    totalCount: z.number().nullish(),
    messages: z.array(ListedAlimtalk),
  }),
});

export const Webhook = z.looseObject({ event: z.string(), hooks: z.array(z.unknown()).max(10_000) });

export const ResultHook = z.looseObject({
  requestId: ProviderId,
  recipientSeq: z.union([z.number(), z.string()]),
  receiveDate: z.string().nullish(),
  resultCode: z.string().nullish(),
  /** Of SMS; Kakao's have the code alone. */
  messageStatus: z.string().nullish(),
  recipientGroupingKey: z.string().nullish(),
  /** As NHN's own sample spells it. */
  recipientGropuingKey: z.string().nullish(),
});
export type ResultHook = z.infer<typeof ResultHook>;

export const UnsubscribeHook = z.looseObject({
  recipientNo: z.string(),
  createdDateTime: z.string().nullish(),
});

/** NHN's number and words for an error. */
export function errorWords(body: unknown): { code: string; reason: string } | undefined {
  const parsed = Headed.safeParse(body);
  if (!parsed.success) return undefined;
  const { resultCode, resultMessage } = parsed.data.header;
  return { code: String(resultCode), reason: resultMessage ?? '' };
}
