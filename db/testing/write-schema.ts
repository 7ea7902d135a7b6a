import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSchema } from './describe-schema.ts';
import { createTestDatabase } from './test-database.ts';

/** Command: writes `db/schema.sql` anew after a migration was added. */
const { database, drop } = await createTestDatabase();
writeFileSync(join(import.meta.dirname, '..', 'schema.sql'), await describeSchema(database.knex));
await drop();
