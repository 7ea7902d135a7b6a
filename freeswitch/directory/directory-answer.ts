import { Account } from './account.ts';
import { attribute } from './xml-text.ts';

/** What mod_xml_curl asks; every field is text from outside, user and domain as a stranger on the wire wrote them. */
export type DirectoryRequest = {
  readonly section: string;
  readonly user: string;
  readonly domain: string;
  /** `gateways`, `network-list` … : asked of whole domains at load; there is nothing to say. */
  readonly purpose?: string;
};

export type AccountLookup = (extension: string) => Account | undefined;

/** The switch goes on to its files, where there is no user either: 403. */
export const NOT_FOUND =
  '<document type="freeswitch/xml">\n<section name="result">\n<result status="not found"/>\n</section>\n</document>\n';

/** Context of `freeswitch/conf` in which a phone's calls begin. */
const PHONE_CONTEXT = 'phones';

/** Takes the body of a request (form encoded); returns its fields, empty where absent. */
export function parseDirectoryRequest(body: string): DirectoryRequest {
  const fields = new URLSearchParams(body);
  const purpose = fields.get('purpose');
  return {
    section: fields.get('section') ?? '',
    user: fields.get('user') ?? '',
    domain: fields.get('domain') ?? '',
    ...(purpose === null ? {} : { purpose }),
  };
}

/**
 * Takes a request, the accounts and the one domain they belong to; returns the XML answer. Nothing of the request is
 * repeated in it: only what an account holds is written, and only for a user that exists.
 */
export function directoryAnswer(request: DirectoryRequest, accounts: AccountLookup, domain: string): string {
  if (request.section !== 'directory' || request.purpose !== undefined) return NOT_FOUND;
  if (request.domain !== domain || !/^[0-9]{2,8}$/.test(request.user)) return NOT_FOUND;
  const account = Account.safeParse(accounts(request.user));
  return account.success && account.data.extension === request.user ? found(account.data, domain) : NOT_FOUND;
}

function found(account: Account, domain: string): string {
  const variables: [string, string][] = [
    ['user_context', PHONE_CONTEXT],
    ['cw_account', account.extension],
    ['effective_caller_id_number', account.extension],
  ];
  if (account.displayName !== undefined) variables.push(['effective_caller_id_name', account.displayName]);
  const lines = variables.map(
    ([name, value]) => `<variable name="${attribute(name)}" value="${attribute(value)}"/>`,
  );
  return `<document type="freeswitch/xml">
<section name="directory">
<domain name="${attribute(domain)}">
<user id="${attribute(account.extension)}">
<params>
<param name="a1-hash" value="${attribute(account.a1Hash)}"/>
</params>
<variables>
${lines.join('\n')}
</variables>
</user>
</domain>
</section>
</document>
`;
}
