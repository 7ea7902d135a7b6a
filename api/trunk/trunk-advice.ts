import type { Advice } from '../../contracts/api/texts.ts';
import type { TrunkNodeView, TrunkView } from '../../contracts/api/trunks.ts';

const ADVICE = {
  'trunk/disabled': {
    ko: '이 회선은 꺼져 있어 발신하지 않습니다. 다시 쓰려면 켜십시오.',
    en: 'This trunk is switched off, so no call goes out by it. Switch it on to use it again.',
  },
  'trunk/missing': {
    ko: '교환기에 이 이름의 게이트웨이가 없습니다. 교환기 설정과 CALLWRIGHT_TRUNKS의 이름이 같은지 확인하십시오.',
    en: 'The switch has no gateway of this name. Compare its configuration with the names in CALLWRIGHT_TRUNKS.',
  },
  'trunk/not-registered': {
    ko: '통신사에 등록되지 않았습니다. 계정과 비밀번호, 통신사 서버 주소, 방화벽을 확인하십시오.',
    en: 'It is not registered with the carrier. Check account, password, server address and firewall.',
  },
  'trunk/no-answer': {
    ko: '통신사 서버가 응답하지 않습니다. 네트워크와 통신사 장애 공지를 확인하십시오.',
    en: "The carrier's server does not answer. Check the network and the carrier's notices.",
  },
  'trunk/unknown': {
    ko: '교환기가 회선 상태를 알려 주지 않았습니다. 교환기 연결을 확인하거나 시험 통화를 해 보십시오.',
    en: 'The switch did not tell the state of the trunk. Check its connection, or place a test call.',
  },
  'trunk/stale': {
    ko: '회선 상태를 30초 넘게 확인하지 못했습니다. switch-worker가 실행 중인지 확인하십시오.',
    en: 'Nobody has looked at this trunk for 30 s. Check that the switch worker runs.',
  },
} as const;

type Code = keyof typeof ADVICE;

function codeFor(
  trunk: Pick<TrunkView, 'enabled' | 'state'>,
  nodes: readonly TrunkNodeView[],
): Code | undefined {
  if (!trunk.enabled) return 'trunk/disabled';
  if (trunk.state === 'up') return undefined;
  if (nodes.some(({ stale }) => stale)) return 'trunk/stale';
  if (nodes.some(({ state }) => state === 'missing')) return 'trunk/missing';
  const down = nodes.find(({ state }) => state === 'down');
  if (down === undefined) return 'trunk/unknown';
  // Pings fail on a gateway that is registered, or need not be.
  return ['REGED', 'NOREG'].includes(down.registration ?? '') ? 'trunk/no-answer' : 'trunk/not-registered';
}

/** What to do about a trunk; null when there is nothing to do. */
export function trunkAdvice(
  trunk: Pick<TrunkView, 'enabled' | 'state'>,
  nodes: readonly TrunkNodeView[],
): Advice | null {
  const code = codeFor(trunk, nodes);
  return code === undefined ? null : { code, ...ADVICE[code] };
}
