import { z } from 'zod';
import { ProviderId } from '../shared/provider-id.ts';

/** Solapi's answers, as far as they are used (Messages v4); they hold much more. */
const CustomFields = z.looseObject({ ref: z.string().optional() }).nullish();

export const SolapiError = z.looseObject({ errorCode: z.string(), errorMessage: z.string().default('') });

export const Group = z.looseObject({ groupId: ProviderId, status: z.string() });

export const Added = z.looseObject({
  resultList: z.array(
    z.looseObject({
      to: z.string(),
      messageId: ProviderId,
      statusCode: z.string(),
      statusMessage: z.string().default(''),
      customFields: CustomFields,
    }),
  ),
});

export type Added = z.infer<typeof Added>;

const Message = z.looseObject({
  messageId: ProviderId,
  statusCode: z.string().nullish(),
  reason: z.string().nullish(),
  customFields: CustomFields,
  dateReceived: z.string().nullish(),
  dateReported: z.string().nullish(),
  dateUpdated: z.string().nullish(),
});
export type Message = z.infer<typeof Message>;

export const Listing = z.looseObject({
  nextKey: z.string().nullish(),
  messageList: z.record(z.string(), Message),
});

/** Reports by webhook: messages, or groups without their messages. */
export const Report = z
  .array(
    z.looseObject({
      messageId: ProviderId.optional(),
      groupId: z.string().optional(),
      customFields: CustomFields,
    }),
  )
  .min(1)
  .max(10_000);

export const Uploaded = z.looseObject({ fileId: ProviderId });

/** Solapi's name for an error, of an answer that is none of the above. */
export function errorWords(body: unknown): { code: string; reason: string } | undefined {
  const parsed = SolapiError.safeParse(body);
  return parsed.success ? { code: parsed.data.errorCode, reason: parsed.data.errorMessage } : undefined;
}
