import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SERVICE_ROLES, type ServiceRole } from '../migrate.ts';
import { openRecord, type TestRecord } from '../testing/record-world.ts';

jest.setTimeout(60_000);

/** Everything that a service may do, table by table; what is not here is refused. */
const GRANTS: Readonly<Record<ServiceRole, Readonly<Record<string, string>>>> = {
  case_api: {
    absence: 'SELECT',
    calendar: 'SELECT',
    case_definition: 'SELECT',
    case_event: 'SELECT',
    case_file: 'SELECT',
    clock: 'SELECT',
    command_receipt: 'SELECT',
    custody: 'SELECT',
    evidence: 'SELECT',
    office: 'SELECT',
    office_directory: 'SELECT',
    office_post: 'SELECT',
    person: 'SELECT',
    person_link: 'SELECT',
    person_token: 'SELECT INSERT',
    placement_import: 'SELECT INSERT UPDATE DELETE',
    placement_import_row: 'SELECT INSERT UPDATE DELETE',
    post_holder: 'SELECT',
    statement: 'SELECT INSERT',
    task: 'SELECT',
  },
  case_worker: {
    absence: 'SELECT',
    calendar: 'SELECT INSERT',
    case_definition: 'SELECT INSERT',
    case_event: 'SELECT INSERT',
    case_file: 'SELECT INSERT UPDATE',
    case_number_seq: 'USAGE',
    clock: 'SELECT INSERT UPDATE',
    command_receipt: 'SELECT INSERT',
    custody: 'SELECT INSERT UPDATE',
    evidence: 'SELECT INSERT UPDATE',
    office: 'SELECT',
    office_directory: 'SELECT',
    office_post: 'SELECT',
    person: 'SELECT INSERT DELETE',
    person_link: 'SELECT INSERT',
    post_holder: 'SELECT',
    statement: 'SELECT UPDATE DELETE',
    task: 'SELECT INSERT UPDATE',
  },
  bpjs_gateway: {
    bpjs_exchange: 'SELECT INSERT',
    bpjs_parked_callback: 'SELECT INSERT UPDATE',
    calendar: 'SELECT',
    case_file: 'SELECT',
    command_receipt: 'SELECT',
    statement: 'SELECT',
  },
  event_relay: { case_event: 'SELECT', parked_event: 'SELECT INSERT UPDATE', relay_cursor: 'SELECT UPDATE' },
  reporting: {},
};

let record: TestRecord;
beforeAll(async () => {
  record = await openRecord();
});
afterAll(() => record.close());

describe('a service role', () => {
  test.each(SERVICE_ROLES)('%s has its grants and no other', async (role) => {
    const rows: { name: string; verbs: string }[] = await record.owner.query(
      `select c.relname as name, string_agg(verb, ' ' order by n) as verbs
       from pg_class c
       cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) with ordinality v(verb, n)
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and has_table_privilege($1, c.oid, verb)
       group by 1
       union all
       select c.relname, string_agg(verb, ' ' order by n)
       from (select oid, relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' offset 0) c
       cross join unnest(array['USAGE', 'UPDATE']) with ordinality v(verb, n)
       where has_sequence_privilege($1, c.oid, verb)
       group by 1 order by 1`,
      [role],
    );
    expect(Object.fromEntries(rows.map(({ name, verbs }) => [name, verbs]))).toEqual(GRANTS[role]);
  });

  test.each(SERVICE_ROLES)('%s owns nothing, creates nothing and cannot pass by a policy', async (role) => {
    const [found = {}]: Record<string, boolean>[] = await record.owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         has_schema_privilege(rolname, 'public', 'create') as creates,
         exists (select from pg_class where relowner = r.oid) as owns,
         exists (select from pg_auth_members where member = r.oid) as inherits
       from pg_roles r where rolname = $1`,
      [role],
    );
    expect(Object.entries(found).filter(([, has]) => has)).toEqual([]);
  });

  test('has no column of a table that it may not use whole', async () => {
    const rows: unknown = await record.owner.query(
      `select attrelid::regclass::text as name, attname from pg_attribute where attacl is not null and attrelid::regclass::text !~ '^pg_'`,
    );
    expect(rows).toEqual([]);
  });
});

test('every table with an area or a case of somebody has row-level security, or is named here', async () => {
  const rows: { name: string }[] = await record.owner.query(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'absence',
    'calendar',
    'calendar_job',
    'case_definition',
    'office',
    'office_change',
    'office_directory',
    'office_post',
    'parked_event',
    'post_holder',
    'relay_cursor',
    'schema_migration',
  ]);
});
