import test from 'ava';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type Account, a1Hash } from './account.ts';
import { directoryAnswer, NOT_FOUND, parseDirectoryRequest } from './directory-answer.ts';
import { attribute } from './xml-text.ts';

const DOMAIN = 'callwright.local';
const account: Account = {
  extension: '1001',
  a1Hash: a1Hash('1001', DOMAIN, 'correct horse battery'),
  displayName: '김 철수',
};
const accounts = (extension: string): Account | undefined => (extension === '1001' ? account : undefined);
const ask = { section: 'directory', user: '1001', domain: DOMAIN };
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });

test('a known user is answered with the hash and the context of phones', (t) => {
  const { document } = parser.parse(directoryAnswer(ask, accounts, DOMAIN));
  const { user } = document.section.domain;
  t.is(document.section.name, 'directory');
  t.is(user.id, '1001');
  t.deepEqual(user.params.param, { name: 'a1-hash', value: account.a1Hash });
  t.deepEqual(user.variables.variable[0], { name: 'user_context', value: 'phones' });
  t.is(user.variables.variable[3].value, '김 철수');
});

test('the hash is MD5 of user:realm:password, the A1 of RFC 2617 section 3.5', (t) => {
  t.is(a1Hash('Mufasa', 'testrealm@host.com', 'Circle Of Life'), '939e7578ed9e3c518a452acee763bce9');
});

test('no password stands in the answer', (t) => {
  t.false(directoryAnswer(ask, accounts, DOMAIN).includes('correct horse'));
});

test('another section, domain, purpose or user is not found', (t) => {
  for (const other of [
    { section: 'dialplan' },
    { domain: 'elsewhere.example' },
    { user: '1002' },
    { user: '' },
    { purpose: 'gateways' },
  ]) {
    t.is(directoryAnswer({ ...ask, ...other }, accounts, DOMAIN), NOT_FOUND);
  }
});

test('an account filed under another number, or broken, is not found', (t) => {
  t.is(
    directoryAnswer(ask, () => ({ ...account, extension: '1002' }), DOMAIN),
    NOT_FOUND,
  );
  t.is(
    directoryAnswer(ask, () => ({ ...account, a1Hash: 'plain-password' }), DOMAIN),
    NOT_FOUND,
  );
});

test('a hostile user name is never looked up and never repeated', (t) => {
  const hostile = [
    '"><user id="x',
    '$${password}',
    '<X-PRE-PROCESS cmd="exec" data="id"/>',
    '1001\n',
    '../1001',
    '1001;ext=2',
    '１００１',
    '__proto__',
    '\u0000',
  ];
  for (const user of hostile) {
    const looked: string[] = [];
    const answer = directoryAnswer(
      { ...ask, user },
      (asked) => {
        looked.push(asked);
        return account;
      },
      DOMAIN,
    );
    t.is(answer, NOT_FOUND, user);
    t.deepEqual(looked, []);
  }
});

test('whatever a request holds, the answer is well-formed and says not found', (t) => {
  const property = fc.property(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary' }),
    (user, domain) => {
      const answer = directoryAnswer({ section: 'directory', user, domain }, () => account, DOMAIN);
      return XMLValidator.validate(answer) === true && (answer === NOT_FOUND || user === '1001');
    },
  );
  t.notThrows(() => fc.assert(property));
});

test('any text in an attribute is one attribute, and nothing that the preprocessor of the switch knows', (t) => {
  const property = fc.property(fc.string({ unit: 'binary' }), (text) => {
    const escaped = attribute(text);
    return !/[<>"'$]/.test(escaped) && XMLValidator.validate(`<a b="${escaped}"/>`) === true;
  });
  t.notThrows(() => fc.assert(property, { numRuns: 2_000 }));
});

test('each tag of an answer stands on a line of its own', (t) => {
  for (const line of directoryAnswer(ask, accounts, DOMAIN).trimEnd().split('\n')) {
    t.is(line.split('<').length, 2, line);
  }
});

test('a request is read from its form fields', (t) => {
  t.deepEqual(parseDirectoryRequest('section=directory&user=10%2B01&domain=a&key_value=b'), {
    section: 'directory',
    user: '10+01',
    domain: 'a',
  });
  t.deepEqual(parseDirectoryRequest('purpose=network-list'), {
    section: '',
    user: '',
    domain: '',
    purpose: 'network-list',
  });
});
