import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { JsonObject } from '@titian/domain';
import { personDigests, type PersonDigests } from '../persons/person-digests.ts';
import { tokensOfPerson, tokensToFind } from './name-tokens.ts';
import { type Seal, statementDigest } from './seal.ts';
import { canonicalText } from '../record/canonical-text.ts';

/** What kind of words: decides who may read them. */
export type StatementKind =
  'person' | 'contact' | 'account' | 'bank-account' | 'note' | 'message' | 'objection' | 'statement';

/** Kinds that name somebody by whom a case is looked for: the worker, and who reported. */
const NAMED: readonly StatementKind[] = ['person', 'contact'];

/** What the log knows of a statement. */
export interface StatementRef {
  readonly statementId: string;
  readonly digest: string;
}

/**
 * Personal data, sealed, kept apart from the record so that it can be erased without touching the log. Insert-only; a
 * statement that no command refers to within a day may be erased.
 */
export class StatementStore {
  constructor(
    private readonly db: DataSource,
    private readonly seal: Seal,
  ) {}

  /** Keeps the words and hands out the reference that may enter a command. Each call keeps a new statement. */
  async keep(
    statement: {
      kind: StatementKind;
      area: string;
      content: JsonObject;
      createdBy: string;
      lookup?: string;
      id?: string;
    },
    via: EntityManager = this.db.manager,
  ): Promise<StatementRef> {
    const statementId = statement.id ?? randomUUID();
    const text = canonicalText(statement.content);
    const digest = statementDigest(statementId, text);
    const { identity, likeness } =
      statement.kind === 'person'
        ? personDigests(this.seal, statement.content, statement.area)
        : { identity: null, likeness: null };
    // No conflict target: naming one asks for the right to read the new row, which a family has only once it has a case.
    await via.query(
      `insert into statement (statement_id, kind, area, digest, cipher, lookup, created_by, identity, likeness)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [
        statementId,
        statement.kind,
        statement.area,
        digest,
        this.seal.seal(statementId, text),
        statement.lookup === undefined ? null : this.seal.lookup(statement.lookup),
        statement.createdBy,
        identity,
        likeness,
      ],
    );
    const tokens = NAMED.includes(statement.kind) ? tokensOfPerson(this.seal, statement.content) : [];
    if (tokens.length > 0) {
      await via.query(
        `insert into person_token (token, statement_id) select unnest($1::text[]), $2 on conflict do nothing`,
        [tokens, statementId],
      );
    }
    return { statementId, digest };
  }

  /** Undefined if erased, unknown, or outside what the transaction may see. */
  async find(statementId: string, via: EntityManager = this.db.manager): Promise<JsonObject | undefined> {
    const rows: { cipher: Buffer }[] = await via.query(`select cipher from statement where statement_id = $1`, [
      statementId,
    ]);
    const [row] = rows;
    return row === undefined ? undefined : (JSON.parse(this.seal.open(statementId, row.cipher)) as JsonObject);
  }

  /** Those of the statements that the transaction may see, by id. */
  async findAll(statementIds: readonly string[], via: EntityManager): Promise<ReadonlyMap<string, JsonObject>> {
    const rows: { id: string; cipher: Buffer }[] = await via.query(
      `select statement_id as id, cipher from statement where statement_id = any($1::uuid[])`,
      [statementIds],
    );
    return new Map(rows.map(({ id, cipher }) => [id, JSON.parse(this.seal.open(id, cipher)) as JsonObject]));
  }

  /** Keyed digests by which `PersonReader` finds who is said to be this; each null if too little is said for it. */
  personKeys(
    person: {
      readonly name?: string | undefined;
      readonly nik?: string | undefined;
      readonly bornOn?: string | undefined;
    },
    village: string,
  ): PersonDigests & { readonly lookup: string | null } {
    const { name = null, nik = null, bornOn = null } = person;
    const lookup = nik === null ? null : this.seal.lookup(nik);
    return { lookup, ...personDigests(this.seal, { name, nik, bornOn }, village) };
  }

  /** What a name is looked for by; see {@link tokensToFind}. */
  nameTokens(name: string): readonly string[] {
    return tokensToFind(this.seal, name);
  }
}
