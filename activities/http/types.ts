import type { CallEventOf } from '../../contracts/call/event.ts';
import type { HttpRequest } from '../../contracts/call/verb.ts';
import type { CallId, TenantId } from '../../contracts/ids.ts';

/** What a call asks of another system; `call` and `verb` together are the key under which a POST is one POST. */
export type FetchRequest = Omit<HttpRequest, 'kind'> & { call: CallId; tenant: TenantId };
export type FetchAnswer = Pick<CallEventOf<'fetched'>, 'result' | 'status' | 'values'>;

export type HttpActivities = {
  /** Never throws: what did not work is an answer that the scenario has a branch for. */
  fetchForCall(request: FetchRequest): Promise<FetchAnswer>;
};

/** A host that the company has listed, with what is sent along as `Authorization: Bearer`. */
export type ListedHost = { host: string; token: string | null };
/** Asked for each request: a host that was taken off the list is not asked again. */
export type ListedHosts = (tenant: TenantId) => Promise<readonly ListedHost[]>;
