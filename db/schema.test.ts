import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { describeSchema } from './testing/describe-schema.ts';
import { useTestDatabase } from './testing/test-database.ts';

const db = useTestDatabase(test);

test('schema.sql is what the migrations make (else run: node db/testing/write-schema.ts)', async (t) => {
  const written = readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8');
  t.is(await describeSchema(db().database.knex), written);
});
