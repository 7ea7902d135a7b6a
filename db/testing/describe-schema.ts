import type { Knex } from 'knex';

const COLUMNS = `
  select c.relname as table, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
         || case when a.attnotnull then ' not null' else '' end
         || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'schema_migrations%'
  order by c.relname, a.attnum`;

// Not-null constraints (type n) already stand beside their columns.
const CONSTRAINTS = `
  select c.relname as table, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  where k.connamespace = 'public'::regnamespace and k.contype <> 'n' and c.relname not like 'schema_migrations%'
  order by c.relname, k.contype desc, k.conname`;

const INDEXES = `
  select pg_get_indexdef(i.indexrelid) || ';' as line
  from pg_index i
  join pg_class c on c.oid = i.indrelid
  where c.relnamespace = 'public'::regnamespace and c.relname not like 'schema_migrations%'
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  order by 1`;

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) || ';' as line
  from pg_proc p where p.pronamespace = 'public'::regnamespace order by p.proname`;

const TRIGGERS = `
  select pg_get_triggerdef(t.oid) || ';' as line
  from pg_trigger t where not t.tgisinternal order by t.tgname`;

type Line = { line: string };
type TableLine = Line & { table: string };

/** The schema as SQL that a person can read, the same text for the same schema on every machine. */
export async function describeSchema(knex: Knex): Promise<string> {
  const [columns, constraints] = [
    await rows<TableLine>(knex, COLUMNS),
    await rows<TableLine>(knex, CONSTRAINTS),
  ];
  const tables = [...new Set(columns.map((column) => column.table))].map((table) => {
    const lines = [...columns, ...constraints]
      .filter((item) => item.table === table)
      .map((item) => item.line);
    return `create table ${table} (\n  ${lines.join(',\n  ')}\n);`;
  });
  const rest: string[] = [];
  for (const sql of [INDEXES, FUNCTIONS, TRIGGERS]) {
    const lines = (await rows<Line>(knex, sql)).map((item) => item.line.trim());
    rest.push(lines.join('\n'));
  }
  const head =
    '-- Made from the migrations by `node db/testing/write-schema.ts`; a test holds it against them.';
  return `${[head, ...tables, ...rest].join('\n\n')}\n`;
}

async function rows<T>(knex: Knex, sql: string): Promise<T[]> {
  const result: { rows: T[] } = await knex.raw(sql);
  return result.rows;
}
