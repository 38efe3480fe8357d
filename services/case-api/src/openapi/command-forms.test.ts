import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import type { JsonObject } from '@titian/domain';
import { ProblemError } from '@titian/http';
import { models } from '@titian/persistence';
import { formOf, splitWords } from '../desk/word-forms.ts';
import { withPlaceholders } from '../desk/words.ts';
import { openapiDocument } from '../openapi.ts';
import { commandsOfPeople, DOCUMENTED_TYPES, formsOf } from './command-forms.ts';

const commands = DOCUMENTED_TYPES.flatMap((type) => {
  const model = models.newestOf(type);
  return commandsOfPeople(model.definition).map(([name, rule]) => [type, name, { model, rule }] as const);
});

describe('the form of each command', () => {
  test.each(commands)('%s %s: the example is what the desk and the domain take', (_type, name, { model, rule }) => {
    const { schema, example } = formsOf(model)[name] ?? { schema: {}, example: {} };
    expect(formOf(model, name).safeParse(example).error).toBeUndefined();
    const ajv = new Ajv2020({ strict: true, strictRequired: false });
    addFormats.default(ajv);
    expect(ajv.validate(schema, example) || ajv.errors).toBe(true);

    const { input, words } = splitWords(model, name, example);
    const stored = withPlaceholders(input, words);
    expect(model.code.inputs[rule.input]?.safeParse(stored).error).toBeUndefined();
    if (rule.reasons !== undefined && 'reasonCode' in example) expect(rule.reasons).toContain(example['reasonCode']);
    expect(JSON.stringify(stored)).not.toMatch(/Siti|Keluarga|081|\+62/);
  });

  test('no form asks for a reference: words are given wherever an input has one, at any depth', () => {
    for (const [, name, { model }] of commands) {
      expect(JSON.stringify(z.toJSONSchema(formOf(model, name), { io: 'input' }))).not.toContain('statementId');
    }
  });

  test('words deep inside an input are taken out one by one', () => {
    const heir = (name: string) => ({ person: { name }, relation: 'CHILD' });
    const model = models.newestOf('claim');
    const { input, words } = splitWords(model, 'recordHeirs', { heirs: [heir('Ani'), heir('Budi')] });
    expect(words.map(({ member, kind, content }) => [member, kind, content])).toEqual([
      ['heirs/0/person', 'person', { name: 'Ani' }],
      ['heirs/1/person', 'person', { name: 'Budi' }],
    ]);
    const stored = withPlaceholders(input, words);
    expect(JSON.stringify(stored)).not.toMatch(/Ani|Budi/);
    expect(model.code.inputs['heirs@1']?.safeParse(stored).error).toBeUndefined();
    expect(() => splitWords(model, 'recordHeirs', { heirs: [heir('Ani'), { person: {}, relation: 'CHILD' }] })).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ field: '/heirs/1/person/name' }) }),
    );
  });

  test.each(['addNote', 'messageFamily', 'recordFinding'])('%s takes no ready reference in place of words', (name) => {
    const body: JsonObject = {
      statement: { statementId: '0190a000-0000-7000-8000-000000000001', digest: '0'.repeat(64) },
    };
    expect(() => splitWords(models.newestOf('complaint'), name, body)).toThrow(ProblemError);
  });

  test('a bank account and a story are both called account, and kept as what they are', () => {
    const kinds = (type: 'claim' | 'complaint', name: string) => {
      const model = models.newestOf(type);
      return splitWords(model, name, formsOf(model)[name]?.example ?? {}).words.map(({ kind }) => kind);
    };
    expect(kinds('claim', 'recordPayee')).toEqual(['bank-account']);
    expect(kinds('complaint', 'editDraft')).toEqual(['person', 'account', 'contact']);
  });
});

describe('openapi.json', () => {
  test('has one operation for each command, with its law, its parameters and an example', async () => {
    const { paths } = await openapiDocument();
    for (const [type, name, { rule }] of commands) {
      const post = paths[`/v1/${type}s/{caseId}/commands/${name}`]?.post;
      expect(post?.operationId).toBe(`${type}_${name}`);
      expect(post?.summary).toBe(`${rule.label.en} / ${rule.label.id}`);
      for (const { article, verified } of rule.legalBasis) {
        expect(post?.description).toContain(`${article}${verified ? '' : ' (unverified)'}`);
      }
      expect(post?.parameters).toEqual(
        ['caseId', 'Idempotency-Key', 'If-Match', 'X-Titian-Identity'].map((parameter) =>
          expect.objectContaining({ name: parameter }),
        ),
      );
    }
  });

  test('names every operation once, and no reference leads nowhere', async () => {
    const document = await openapiDocument();
    const ids = Object.values(document.paths).flatMap(({ get, post, put, delete: gone }) =>
      [get, post, put, gone].flatMap((operation) => operation?.operationId ?? []),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      const found = reference
        .replace('#/', '')
        .split('/')
        .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
      expect([reference, typeof found]).toEqual([reference, 'object']);
    }
  });
});
