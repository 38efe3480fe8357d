import { CASE_TOPICS, CATALOGUE } from './catalogue.ts';
import { publishedSchema, type EventContract, type JsonSchema } from './contract.ts';
import { publishedEnvelope, topicsOf } from './published-contract.ts';

/** As the Kafka binding has them in a structured message; a router needs no more. */
const HEADERS = {
  type: 'object',
  required: ['content-type', 'ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time'],
  properties: {
    'content-type': { type: 'string', const: 'application/cloudevents+json' },
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: { type: 'string', format: 'uuid' },
    ce_type: { type: 'string' },
    ce_source: { type: 'string' },
    ce_subject: { type: 'string', format: 'uuid', description: 'The case; also the key' },
    ce_time: { type: 'string', format: 'date-time' },
    ce_dataschema: { type: 'string' },
    ce_caseversion: { type: 'string', pattern: '^[1-9][0-9]*$' },
    ce_prevhash: { type: 'string' },
    ce_hash: { type: 'string' },
  },
};

/** The AsyncAPI 3.0 document of all topics. `version` is that of the contract: the last release or the next. */
export function asyncApiDocument(version: string): object {
  const contracts = [...CATALOGUE.values()];
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Events of Titian',
      version,
      description:
        'Complaints and social-security claims of Indonesian migrant workers. CloudEvents 1.0 in JSON, one topic for each case type, ' +
        'in order for each case, at least once. Ids, codes, days and amounts only: no personal data.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(CASE_TOPICS.map((topic) => [topic, channelOf(topic, contracts)])),
    operations: Object.fromEntries(
      CASE_TOPICS.map((topic) => [
        `publish-${topic}`,
        { action: 'send', channel: { $ref: `#/channels/${topic}` }, summary: `Titian publishes on ${topic}.` },
      ]),
    ),
    components: {
      messages: Object.fromEntries(contracts.map((contract) => [contract.type, messageOf(contract)])),
      schemas: {
        envelope: plain(publishedEnvelope()),
        headers: HEADERS,
        ...Object.fromEntries(contracts.map((contract) => [contract.type, plain(publishedSchema(contract))])),
      },
    },
  };
}

function channelOf(topic: string, contracts: readonly EventContract[]): object {
  const mine = contracts.filter(({ type }) => topicsOf(type).includes(topic));
  return {
    address: topic,
    messages: Object.fromEntries(mine.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }])),
    bindings: { kafka: { topic, bindingVersion: '0.5.0' } },
  };
}

function messageOf({ type, summary }: EventContract): object {
  return {
    name: type,
    title: type,
    summary,
    contentType: 'application/cloudevents+json',
    headers: { $ref: '#/components/schemas/headers' },
    payload: {
      allOf: [
        { $ref: '#/components/schemas/envelope' },
        {
          type: 'object',
          properties: {
            type: { type: 'string', const: type },
            data: { $ref: `#/components/schemas/${type}` },
          },
        },
      ],
    },
    bindings: { kafka: { key: { type: 'string', format: 'uuid' }, bindingVersion: '0.5.0' } },
  };
}

/** AsyncAPI has a dialect of its own; ours uses only what both know. The `$id` would move the base of every reference. */
function plain({ $id: _id, $schema: _schema, ...schema }: JsonSchema): object {
  return schema;
}
