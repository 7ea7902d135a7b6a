import type { Advice } from '../../contracts/api/texts.ts';

const ADVICE = {
  'temporal/down': {
    ko: 'Temporal이 응답하지 않습니다. 새 통화는 안내 방송만 듣게 됩니다. Temporal 서버와 TEMPORAL_ADDRESS를 확인하십시오.',
    en: 'Temporal does not answer: new callers hear the fallback only. Check the server and TEMPORAL_ADDRESS.',
  },
  'postgres/down': {
    ko: '데이터베이스가 응답하지 않습니다. Postgres 서버와 DATABASE_URL, 남은 디스크 공간을 확인하십시오.',
    en: 'The database does not answer. Check the Postgres server, DATABASE_URL and its free disk space.',
  },
  'switch/down': {
    ko: '교환기에 연결할 수 없습니다. FreeSWITCH가 실행 중인지, FREESWITCH_NODES의 주소와 비밀번호가 맞는지 확인하십시오.',
    en: 'The switch cannot be reached. Check that FreeSWITCH runs, and its address and password in FREESWITCH_NODES.',
  },
  'switch/partly': {
    ko: '일부 프로세스만 교환기에 연결되어 있습니다. 연결이 끊긴 프로세스의 네트워크를 확인하십시오.',
    en: 'Only some of our processes reach the switch. Check the network of those that do not.',
  },
  'switch/unwatched': {
    ko: '이 교환기를 지켜보는 프로세스가 없습니다. switch-worker를 실행하십시오.',
    en: 'No process watches this switch. Start a switch worker.',
  },
  'worker/silent': {
    ko: '프로세스가 20초 넘게 보고하지 않았습니다. 실행 중인지 확인하고 로그를 보십시오.',
    en: 'The process has not reported for 20 s. Check that it runs, and read its log.',
  },
  'worker/version': {
    ko: '다른 프로세스와 버전이 다릅니다. 같은 버전으로 다시 시작하십시오.',
    en: 'It runs another version than the rest. Restart it with the same one.',
  },
  'numbers/none': {
    ko: '받을 수 있는 번호가 없습니다. 번호 화면에서 시나리오를 지정하고 켜십시오.',
    en: 'No number can be answered. Give one a scenario and switch it on, on the page of numbers.',
  },
  'storage/not-writable': {
    ko: '녹음을 저장할 수 없습니다. 폴더의 권한과 디스크를 확인하십시오.',
    en: 'Recordings cannot be kept. Check the permissions of the folder and the disk.',
  },
  'storage/low': {
    ko: '디스크 공간이 얼마 남지 않았습니다. 오래된 녹음을 옮기거나 디스크를 늘리십시오.',
    en: 'Little disk space is left. Move old recordings away, or enlarge the disk.',
  },
  'messages/kept': {
    ko: '메일을 보내지 않고 메일함에만 보관합니다. 실제로 보내려면 메일 서버를 설정하십시오.',
    en: 'Mails are not sent but kept in the outbox. Set a mail server to have them sent.',
  },
  'messages/failing': {
    ko: '메일을 보내지 못하고 있습니다. 메일 서버의 주소와 계정을 확인하십시오.',
    en: 'Mails cannot be sent. Check address and account of the mail server.',
  },
  'texts/kept': {
    ko: '문자를 보내지 않고 보관만 합니다. 실제로 보내려면 MESSAGE_PROVIDER를 설정하십시오.',
    en: 'Texts are not sent but kept. Set MESSAGE_PROVIDER to have them sent.',
  },
  'texts/failing': {
    ko: '문자 회사가 문자를 받지 않고 있습니다. 마지막 오류와 계정, 잔액을 확인하십시오.',
    en: 'The provider of texts takes none now. Look at the last error, the account and its balance.',
  },
  'part/failing': {
    ko: '마지막 오류를 확인하고, 계속되면 로그를 보십시오.',
    en: 'Look at the last error; if it stays, read the log.',
  },
} as const;

export type AdviceCode = keyof typeof ADVICE;

/** What to do, by its code. */
export const adviceFor = (code: AdviceCode): Advice => ({ code, ...ADVICE[code] });
