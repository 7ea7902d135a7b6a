import { type NodeAddress, parseNodes } from '../../workers/config.ts';

/** Where a switch listens: its event socket, and where calls can be placed into it. */
export type SwitchAddress = {
  readonly esl: NodeAddress;
  /** The simulator's control port; undefined for a real switch. */
  readonly controlPort?: number;
  /** `host:port` of a real switch's trunk profile. */
  readonly sip?: string;
};

/** Takes `name=esl://:password@host:port`; returns the first node of it. Throws `config/invalid`. */
export function firstNode(text: string): NodeAddress {
  const [node] = parseNodes(text);
  if (node === undefined) throw new Error('no node is named');
  return node;
}
