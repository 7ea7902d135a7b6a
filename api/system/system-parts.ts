import type { NodeName } from '../../contracts/ids.ts';

/** Where recordings are kept, as it is found now. */
export type StorageState =
  | {
      readonly kind: 'folder';
      readonly writable: boolean;
      readonly freeBytes: number;
      readonly totalBytes: number;
    }
  | { readonly kind: 's3'; readonly writable: boolean };

/** What the system page needs of the rooms that the api does not know. */
export type SystemParts = {
  /** Version of the Temporal server; rejects when it does not serve. */
  temporalVersion(): Promise<string>;
  /** Tries whether recordings can be kept; rejects with why they cannot. */
  storage(): Promise<StorageState>;
  /** Configured switches. */
  readonly nodes: readonly NodeName[];
  /** Of the product. */
  readonly version: string;
};
