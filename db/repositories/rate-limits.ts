import type { Knex } from 'knex';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Actor } from '../../contracts/api/actor.ts';
import { query, toDatabaseError } from '../errors.ts';
import { requireSystem } from '../visibility.ts';

/** How many tries a key has within a window that begins with its first one, s. */
const RULES = {
  'sign-in-account': { points: 10, duration: 15 * 60 },
  'sign-in-address': { points: 10, duration: 15 * 60 },
  'sign-in-device': { points: 5, duration: 15 * 60 },
  'second-factor': { points: 5, duration: 15 * 60 },
  'password-check': { points: 10, duration: 15 * 60 },
  'forgot-account': { points: 3, duration: 60 * 60 },
  'forgot-address': { points: 20, duration: 60 * 60 },
  'link-address': { points: 30, duration: 15 * 60 },
  // A call centre is invited in a day; whoever took over an administrator's browser must not send mails for us.
  'mails-by-person': { points: 50, duration: 60 * 60 },
  'mails-to-address': { points: 5, duration: 60 * 60 },
} as const;
export type RateRule = keyof typeof RULES;

/** One counter per rule and key, shared by all instances of the api. Keys hold no address in the clear. */
export type RateLimits = {
  /** Counts one try; returns 0 when it is allowed, else the seconds to wait. Fails closed: no database, no try. */
  take(actor: Actor, rule: RateRule, key: string): Promise<number>;
  /** Takes one counted try back, for what turned out to be no guess. */
  giveBack(actor: Actor, rule: RateRule, key: string): Promise<void>;
  clear(actor: Actor, rule: RateRule, key: string): Promise<void>;
};

/** Table `rate_limits`, kept by rate-limiter-flexible: one upsert counts and decides, so tries at once cannot slip by. */
export function createRateLimits(knex: Knex): RateLimits {
  const limiters = new Map<RateRule, RateLimiterPostgres>();
  const limiter = (actor: Actor, rule: RateRule): RateLimiterPostgres => {
    requireSystem(actor);
    const made =
      limiters.get(rule) ??
      new RateLimiterPostgres({
        storeClient: knex,
        storeType: 'knex',
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix: rule,
        ...RULES[rule],
      });
    limiters.set(rule, made);
    return made;
  };
  return {
    async take(actor, rule, key) {
      try {
        await limiter(actor, rule).consume(key);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
        throw toDatabaseError(refused);
      }
    },
    async giveBack(actor, rule, key) {
      await query(limiter(actor, rule).reward(key));
    },
    async clear(actor, rule, key) {
      await query(limiter(actor, rule).delete(key));
    },
  };
}
