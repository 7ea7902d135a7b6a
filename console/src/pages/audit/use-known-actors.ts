import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../api/session.ts';
import { apiKeysQuery } from '../api-keys/api-keys-query.ts';
import { peopleQuery } from '../people/people-api.ts';

type Known = readonly { readonly id: string; readonly name: string }[];

/** Those who may stand in the log, as far as one may see them. */
export type KnownActors = { readonly people: Known; readonly keys: Known };

export function useKnownActors(): KnownActors {
  const people = useQuery({ ...peopleQuery, enabled: useMay('users.manage') });
  const keys = useQuery({ ...apiKeysQuery, enabled: useMay('api-keys.manage') });
  return { people: people.data?.users ?? [], keys: keys.data?.apiKeys ?? [] };
}
