/** Names that scenarios' blocks and the engine give; an outcome that a customer named himself is shown as he wrote it. */
export type BlockOutcome =
  | 'done'
  | 'yes'
  | 'no'
  | 'open'
  | 'closed'
  | 'lunch'
  | 'holiday'
  | 'noInput'
  | 'wrongKey'
  | 'collected'
  | 'invalid'
  | 'connected'
  | 'busy'
  | 'noAnswer'
  | 'rejected'
  | 'failed'
  | 'recorded'
  | 'accepted'
  | 'refused'
  | 'empty'
  | 'hungUp'
  | 'missing';

/** What the engine writes into a call's story by itself (`engine/…`). */
export type EngineStep = 'promptFailed' | 'apology';

/** Causes of FreeSWITCH that legs end with in practice (Q.850 and its own); others are shown as the switch says them. */
export type DialCause =
  | 'NORMAL_CLEARING'
  | 'USER_BUSY'
  | 'NO_ANSWER'
  | 'NO_USER_RESPONSE'
  | 'ALLOTTED_TIMEOUT'
  | 'PROGRESS_TIMEOUT'
  | 'CALL_REJECTED'
  | 'UNALLOCATED_NUMBER'
  | 'NO_ROUTE_DESTINATION'
  | 'USER_NOT_REGISTERED'
  | 'ORIGINATOR_CANCEL'
  | 'LOSE_RACE'
  | 'NORMAL_TEMPORARY_FAILURE'
  | 'DESTINATION_OUT_OF_ORDER'
  | 'OUTGOING_CALL_BARRED'
  | 'INVALID_GATEWAY'
  | 'MEDIA_LOST';
