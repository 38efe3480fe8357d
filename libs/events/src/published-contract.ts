import { CASE_TYPES, type CaseType } from '@titian/domain';
import { z } from 'zod';
import { CATALOGUE, topicOf } from './catalogue.ts';
import { CloudEvent } from './cloud-event.ts';
import { publishedSchema, tolerant, type JsonSchema } from './contract.ts';
import type { ReleasedContract } from './compatibility.ts';

/** JSON Schema of the envelope. Unknown attributes pass: CloudEvents has extensions. */
export function publishedEnvelope(): JsonSchema {
  const { data: _data, ...attributes } = CloudEvent.shape;
  const schema = tolerant(z.toJSONSchema(z.object(attributes), { io: 'input' })) as JsonSchema;
  return {
    $id: 'urn:titian:schema:envelope',
    title: 'CloudEvents 1.0 as Titian sets it',
    ...schema,
    properties: { ...(schema['properties'] as object), data: { type: 'object', description: 'As the type says' } },
    required: [...(schema['required'] as string[]), 'data'],
  };
}

/** Everything an agency may hold us to, as it is now. */
export const publishedContract = (): Omit<ReleasedContract, 'version'> => ({
  envelope: publishedEnvelope(),
  events: Object.fromEntries([...CATALOGUE.values()].map((contract) => [contract.type, publishedSchema(contract)])),
});

/** Topics on which an event may come: events of a command on that of its case type, consequences on all. */
export function topicsOf(type: string): readonly string[] {
  const own = CASE_TYPES.find((caseType: CaseType) => type.startsWith(`titian.${caseType}.`));
  return own === undefined ? CASE_TYPES.map(topicOf) : [topicOf(own)];
}
