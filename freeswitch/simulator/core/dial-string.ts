import { splitArguments } from './split-arguments.ts';

/** One leg of a dial string. */
export type DialLeg = {
  readonly variables: Readonly<Record<string, string>>;
  /** `sofia/external/0212345678@127.0.0.1:5070`, `sofia/gateway/trunk/0212345678`, `user/1001@example`. */
  readonly endpoint: string;
};

/** A dial string as the switch's own tokenizer sees it: several legs when commas, pipes or `:_:` say so. */
export type DialString = { readonly legs: readonly DialLeg[] };

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']', '<': '>' };

/** Index of the bracket that closes the one at 0, or -1. Brackets of the same kind nest; quotes do not protect them. */
function closingIndex(text: string): number {
  const open = text.charAt(0);
  const close = closing[open];
  if (!close) return -1;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === open) depth += 1;
    else if (text.charAt(at) === close && --depth === 0) return at;
  }
  return -1;
}

/** `a=b,c=d`, or with another separator after `^^`. Only the first `=` of a pair counts. */
function parseVariables(text: string): Record<string, string> {
  const custom = text.startsWith('^^');
  const separator = custom ? text.charAt(2) : ',';
  const pairs = splitArguments(custom ? text.slice(3) : text, separator);
  const variables: Record<string, string> = {};
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals > 0) variables[pair.slice(0, equals).trim()] = pair.slice(equals + 1);
  }
  return variables;
}

function takeBlocks(text: string, opener: string): { variables: Record<string, string>; rest: string } {
  let rest = text.trimStart();
  const variables: Record<string, string> = {};
  while (rest.startsWith(opener)) {
    const end = closingIndex(rest);
    if (end < 0) break;
    Object.assign(variables, parseVariables(rest.slice(1, end)));
    rest = rest.slice(end + 1).trimStart();
  }
  return { variables, rest };
}

/**
 * Parses `<…>{…}[…]endpoint` with its forks. Follows what the transcripts show for one leg; that commas, pipes and `:_:`
 * make further legs is telephony.md §5.1.3, and the reason why free text must never get into one.
 */
export function parseDialString(text: string): DialString {
  const enterprise = takeBlocks(text, '<');
  const legs = enterprise.rest.split(':_:').flatMap((part) => {
    const globals = takeBlocks(part, '{');
    return splitLegs(globals.rest).map((leg): DialLeg => {
      const own = takeBlocks(leg, '[');
      return {
        variables: { ...enterprise.variables, ...globals.variables, ...own.variables },
        endpoint: own.rest.trim(),
      };
    });
  });
  return { legs: legs.filter((leg) => leg.endpoint !== '') };
}

/** Cuts at `,` and `|` outside of `[…]`. */
function splitLegs(text: string): string[] {
  const legs: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '[') depth += 1;
    else if (sign === ']') depth -= 1;
    else if (at === text.length || (depth <= 0 && (sign === ',' || sign === '|'))) {
      legs.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return legs;
}

/** Where a leg leads: over a gateway, straight to an address, or to an account. */
export type DialRoute =
  | { readonly kind: 'gateway'; readonly gateway: string; readonly number: string }
  | { readonly kind: 'address'; readonly profile: string; readonly number: string; readonly address: string }
  | {
      readonly kind: 'user';
      readonly number: string;
      readonly domain: string;
      /** Looked up among this profile's registrations, without the directory. */
      readonly profile?: string;
    };

/** Reads a leg's endpoint; undefined when no transcript shows such a one. */
export function routeOf(endpoint: string): DialRoute | undefined {
  const gateway = /^sofia\/gateway\/([^/]+)\/(.+)$/.exec(endpoint);
  if (gateway) return { kind: 'gateway', gateway: gateway[1] ?? '', number: gateway[2] ?? '' };
  // `%` instead of `@`: an account among the registrations of that profile, without the directory.
  const registered = /^sofia\/([^/]+)\/([^@%]+)%(.+)$/.exec(endpoint);
  if (registered) {
    const [, profile = '', number = '', domain = ''] = registered;
    return { kind: 'user', profile, number, domain };
  }
  const address = /^sofia\/([^/]+)\/([^@]+)@(.+)$/.exec(endpoint);
  if (address) {
    return {
      kind: 'address',
      profile: address[1] ?? '',
      number: address[2] ?? '',
      address: address[3] ?? '',
    };
  }
  const user = /^user\/([^@]+)(?:@(.+))?$/.exec(endpoint);
  if (user) return { kind: 'user', number: user[1] ?? '', domain: user[2] ?? '' };
  return undefined;
}
