import type { ReportRequest } from '../../contracts/message/provider.ts';

/**
 * What came of a report: `taken` once it is stored, or once it is noted whom to ask; `refused` when the provider did not
 * make it; `malformed` when nobody can read it.
 */
export type ReportOutcome = 'taken' | 'refused' | 'malformed';

/** Where reports of the installation's provider go. */
export type MessageReports = {
  /** Name of the provider that is set. */
  readonly provider: string;
  /** Last part of the address: only who was told it gets further. */
  readonly secret: string;
  /** Rejects with `db/unavailable` when the words could not be stored; the provider then repeats them. */
  receive(request: ReportRequest): Promise<ReportOutcome>;
};
