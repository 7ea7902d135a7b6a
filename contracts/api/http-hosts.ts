import { z } from 'zod';
import { Instant, RowId } from './instants.ts';

const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
/** At least two labels, the last one with a letter first: neither an IP address in any spelling nor a name of this machine. */
const PUBLIC_NAME = new RegExp(`^(${LABEL}\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$`);
/** Names that never lead out of a machine or a house (RFC 6761, 6762, 8375, and what vendors made of them). */
const INSIDE =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|arpa|invalid|test)$/;

/** A host name alone: no address, no port, no wildcard. Upper case is the same host. */
export const HostName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(PUBLIC_NAME, 'write the name of a host, as crm.example.kr: no address, port, path or *')
  .refine(
    (host) => !INSIDE.test(host),
    'this name leads to nothing outside: write the public name of the host',
  );

/** A host that blocks of kind `httpRequest` may ask. */
export const HttpHostView = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    host: z.string(),
    hasToken: z.boolean().meta({ description: 'Requests carry a bearer token, which is shown to nobody' }),
    createdAt: Instant,
  })
  .meta({ id: 'HttpHost' });
export type HttpHostView = z.infer<typeof HttpHostView>;

export const HttpHostListView = z.strictObject({ hosts: z.array(HttpHostView) }).meta({ id: 'HttpHostList' });
export type HttpHostListView = z.infer<typeof HttpHostListView>;

/** Characters of a bearer token (RFC 6750 §2.1). */
const BearerToken = z
  .string()
  .min(8)
  .max(2_000)
  .regex(/^[A-Za-z0-9._~+/-]+=*$/, 'a bearer token has no blanks');

export const NewHttpHost = z
  .strictObject({ host: HostName, token: BearerToken.nullable().default(null) })
  .meta({ id: 'NewHttpHost' });
export type NewHttpHost = z.infer<typeof NewHttpHost>;

export const HttpHostParams = z.strictObject({ id: RowId });
