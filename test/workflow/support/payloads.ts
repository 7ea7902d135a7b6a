import {
  ApplicationFailure,
  DefaultFailureConverter,
  defaultPayloadConverter,
  type Payload,
  type ProtoFailure,
} from '@temporalio/common';

/** The workflows' own failure converter, on this side of the sandbox. */
const failures = new DefaultFailureConverter({ encodeCommonAttributes: true });

export const toPayload = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);
export const toPayloads = (values: readonly unknown[]): Payload[] => values.map(toPayload);
export const fromPayload = (payload: Payload): unknown => defaultPayloadConverter.fromPayload(payload);
export const fromPayloads = (payloads: Payload[] | null | undefined): unknown[] =>
  (payloads ?? []).map(fromPayload);
export const toError = (failure: ProtoFailure): Error =>
  failures.failureToError(failure, defaultPayloadConverter);

/** What a worker makes of whatever an activity threw. */
export function toFailure(error: unknown): ProtoFailure {
  const known = error instanceof ApplicationFailure ? error : ApplicationFailure.fromError(error);
  return failures.errorToFailure(known, defaultPayloadConverter);
}

type Duration = { seconds?: unknown; nanos?: number | null } | null | undefined;

/** A protobuf duration in ms; undefined stays undefined. */
export const milliseconds = (duration: Duration): number | undefined =>
  duration == null
    ? undefined
    : Number(duration.seconds ?? 0) * 1_000 + Math.round((duration.nanos ?? 0) / 1e6);
