import type { OutgoingText } from '../../../../contracts/message/provider.ts';

const TYPES = { sms: 'SMS', lms: 'LMS', mms: 'MMS', alimtalk: 'ATA' } as const;

/**
 * A text as Solapi takes it. Its own choice of type and its own fall-back to SMS are off; our send's id travels along
 * in `customFields` and comes back with every word about it.
 */
export function outgoing(text: OutgoingText, fileId: string | undefined): Record<string, unknown> {
  const { ref, channel, from, to, subject, alimtalk } = text;
  const common = {
    to,
    from,
    country: '82',
    type: TYPES[channel],
    autoTypeDetect: false,
    customFields: { ref },
  };
  if (channel === 'alimtalk') return { ...common, kakaoOptions: kakaoOptions(alimtalk) };
  return {
    ...common,
    text: text.text,
    ...(channel === 'sms' || subject === null || subject === '' ? {} : { subject }),
    ...(fileId === undefined ? {} : { imageId: fileId }),
  };
}

/** Solapi makes the text from the approved template by itself: variables go under their names with `#{…}` around. */
function kakaoOptions(alimtalk: OutgoingText['alimtalk']): Record<string, unknown> {
  const { channel, template, variables } = alimtalk ?? { channel: '', template: '', variables: {} };
  const named = Object.entries(variables).map(([name, value]) => [`#{${name}}`, value]);
  return { pfId: channel, templateId: template, variables: Object.fromEntries(named), disableSms: true };
}
