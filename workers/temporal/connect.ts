import { Client, Connection, type DataConverter } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';

export type TemporalPlace = { address: string; namespace: string };

/** A client for API calls and Updates. Lazy: a server that is away must not keep a switch worker from starting. */
export function createTemporalClient(place: TemporalPlace, dataConverter: DataConverter): Client {
  const connection = Connection.lazy({ address: place.address });
  return new Client({ connection, namespace: place.namespace, dataConverter });
}

/** The connection that workers poll on; tried until the server is there, so that start order does not matter. */
export async function connectWorker(
  place: TemporalPlace,
  onWait: (error: unknown) => void,
): Promise<NativeConnection> {
  for (;;) {
    try {
      return await NativeConnection.connect({ address: place.address });
    } catch (error) {
      onWait(error);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
