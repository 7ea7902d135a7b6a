import type { MessageOrigin } from '../../contracts/message/kinds.ts';
import type { MessageFigures, MessageInput, MessageResult } from '../../contracts/message/names.ts';
import type { MessageRequestInput } from '../../contracts/message/request.ts';

/** What came of one hand-over. */
export type Submitted = {
  /** Texts that left for the provider, whatever it said. */
  handed: number;
  /** The provider takes nothing before so many ms have passed; 0: it goes on. */
  holdMs: number;
  /** When a look-up of open ones is worth its while, ms from now. */
  lookMs: number;
  /** Absent when the database could not be asked after the hand-over, which is never repeated for that. */
  figures: MessageFigures | undefined;
};

export type LookedUp = {
  /** How many sends the provider was asked for, and how many of them it said something new about. */
  asked: number;
  learnt: number;
  /** Others may be waiting to be asked for. */
  more: boolean;
  lookMs: number;
  figures: MessageFigures;
};

/** A message that a workflow wants sent, for one company; `originRef` names the workflow. */
export type AcceptRequest = {
  tenant: string;
  origin: MessageOrigin;
  originRef: string | null;
  request: MessageRequestInput;
};

/** What the workflow of a message can do to the world. Each may be repeated at any time. */
export type MessageActivities = {
  /** Reads how far the ledger is. */
  messageFigures(request: MessageInput): Promise<MessageFigures>;
  /** Claims the next texts in the ledger, then hands them to the provider. Never fails after a hand-over. */
  submitNext(request: MessageInput): Promise<Submitted>;
  /** Asks the provider for what it has not reported, and writes down what it says. */
  lookUp(request: MessageInput): Promise<LookedUp>;
  /** Closes the message; undefined while a send is not settled. */
  finishMessage(request: MessageInput): Promise<MessageResult | undefined>;
  /** Writes a message into the ledger, once for its key. Refusals (`message/refused`) are not tried again. */
  acceptMessage(request: AcceptRequest): Promise<{ id: string }>;
};
