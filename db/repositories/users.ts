import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';
import { toUser, type User, type UserRow, type UserState, userColumns } from './user-row.ts';

export type { User, UserState } from './user-row.ts';

export type NewUser = {
  id: string;
  tenant: TenantId;
  email: string;
  name: string;
  role: Role;
  state: UserState;
};

export type Users = {
  /** Everybody whom the actor may see, by name. */
  list(actor: Actor): Promise<User[]>;
  get(actor: Actor, id: string): Promise<User | undefined>;
  byEmail(actor: Actor, email: string): Promise<User | undefined>;
  /** False when the address belongs to an account already. */
  create(actor: Actor, user: NewUser): Promise<boolean>;
  /** The changed account; undefined when the actor sees none of that id. */
  update(
    actor: Actor,
    id: string,
    changes: { name?: string; role?: Role; state?: UserState },
  ): Promise<User | undefined>;
  signedIn(actor: Actor, id: string, at: number): Promise<void>;
};

/** Table `users` without its secrets, which are the business of `credentials`. Addresses differ by more than case. */
export function createUsers(knex: Knex): Users {
  const rows = (actor: Actor) => visibleTo(knex('users').select<UserRow[]>(userColumns(knex)), actor);
  const get = async (actor: Actor, id: string): Promise<User | undefined> => {
    const [row] = await query(rows(actor).where('id', id));
    return row === undefined ? undefined : toUser(row);
  };
  return {
    list: async (actor) => (await query(rows(actor).orderBy(['name', 'email']))).map(toUser),
    get,
    async byEmail(actor, email) {
      const [row] = await query(rows(actor).whereRaw('lower(email) = lower(?)', [email]));
      return row === undefined ? undefined : toUser(row);
    },
    async create(actor, user) {
      requireTenant(actor, user.tenant);
      const written = await query(
        knex('users').insert(user).onConflict(knex.raw('(lower(email))')).ignore().returning('id'),
      );
      return written.length === 1;
    },
    async update(actor, id, changes) {
      await query(
        visibleTo(knex('users'), actor)
          .where('id', id)
          .update({ ...changes, updated_at: knex.fn.now() }),
      );
      return get(actor, id);
    },
    async signedIn(actor, id, at) {
      await query(visibleTo(knex('users'), actor).where('id', id).update('last_sign_in_at', new Date(at)));
    },
  };
}
