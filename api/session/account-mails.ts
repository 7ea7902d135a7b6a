import type { User } from '../../db/repositories/users.ts';
import type { AccountParts, OutgoingMail } from './account-parts.ts';
import { issueLink, type LinkParts } from './links.ts';

const written = (korean: readonly string[], english: readonly string[]): string =>
  `${[...korean, '', '--', '', ...english].join('\n')}\n`;

/** A new member's way in, by an `invite` link. */
function invitationMail(user: User, link: string): OutgoingMail {
  return {
    tenant: user.tenant,
    to: user.email,
    kind: 'invitation',
    subject: `[Callwright] ${user.tenantName} 초대 / Invitation`,
    text: written(
      [
        `${user.name}님, ${user.tenantName}의 Callwright에 초대되었습니다.`,
        '아래 주소에서 비밀번호를 정하면 바로 사용할 수 있습니다. 주소는 7일 동안 한 번만 쓸 수 있습니다.',
        '',
        link,
      ],
      [
        `${user.name}, you are invited to Callwright of ${user.tenantName}.`,
        'Choose a password at the address above. It works once, for seven days.',
      ],
    ),
  };
}

/** The way to a new password, by a `reset` link. */
function resetMail(user: User, link: string): OutgoingMail {
  return {
    tenant: user.tenant,
    to: user.email,
    kind: 'password-reset',
    subject: '[Callwright] 비밀번호 재설정 / Reset your password',
    text: written(
      [
        '아래 주소에서 새 비밀번호를 정하세요. 주소는 30분 동안 한 번만 쓸 수 있습니다.',
        '요청하지 않았다면 이 메일을 무시하세요. 비밀번호는 바뀌지 않습니다.',
        '',
        link,
      ],
      [
        'Choose a new password at the address above. It works once, for 30 minutes.',
        'If you did not ask for it, ignore this mail: nothing has changed.',
      ],
    ),
  };
}

/** Tells the owner of an account that its password or second factor is another one now (ASVS 6.3.7). */
export function changedMail(user: User, what: 'password' | 'second-factor'): OutgoingMail {
  const [korean, english] =
    what === 'password' ? ['비밀번호', 'Your password'] : ['2단계 인증', 'Your second factor'];
  return {
    tenant: user.tenant,
    to: user.email,
    kind: what === 'password' ? 'password-changed' : 'notice',
    subject: `[Callwright] ${korean} 변경 알림 / ${english} was changed`,
    text: written(
      [
        `${user.name}님 계정의 ${korean} 설정이 변경되었습니다.`,
        '직접 바꾸지 않았다면 즉시 관리자에게 알려 주세요.',
      ],
      [`${english} was changed.`, 'If it was not you, tell your administrator at once.'],
    ),
  };
}

type LinkMailParts = LinkParts & Pick<AccountParts, 'mail'>;

/** Invites: seven days, once. Sent again, the earlier mail's link ends. */
export const mailInvitation = async (parts: LinkMailParts, user: User): Promise<void> =>
  parts.mail.queue(invitationMail(user, await issueLink(parts, user.id, 'invite')));

/** Lets choose a new password: 30 minutes, once. */
export const mailReset = async (parts: LinkMailParts, user: User): Promise<void> =>
  parts.mail.queue(resetMail(user, await issueLink(parts, user.id, 'reset')));
