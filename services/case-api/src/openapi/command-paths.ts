import type { OpenAPIObject } from '@nestjs/swagger';
import type { CaseModel, CommandRule, JsonObject, LegalBasis } from '@titian/domain';
import { models } from '@titian/persistence';
import { commandsOfPeople, DOCUMENTED_TYPES, formsOf, selfContained, type CommandForm } from './command-forms.ts';

type Paths = OpenAPIObject['paths'];
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Operation = NonNullable<Paths[string]['post']>;
type CaseTypeName = (typeof DOCUMENTED_TYPES)[number];

const PLURAL: Readonly<Record<CaseTypeName, string>> = {
  claim: 'claims',
  complaint: 'complaints',
  placement: 'placements',
};
const TAGS: Readonly<Record<CaseTypeName, string>> = {
  claim: 'Claim commands',
  complaint: 'Complaint commands',
  placement: 'Placement commands',
};

/** Where a command of a case is sent. Built only here. */
export const commandHref = (type: string, caseId: string, command: string): string =>
  `/v1/${(PLURAL as Readonly<Record<string, string | undefined>>)[type] ?? 'cases'}/${caseId}/commands/${command}`;

/** Adds an operation for each command of each definition: the routes are one per type, the definitions name the rest. */
export function describeCommands(openapi: OpenAPIObject): OpenAPIObject {
  const paths = DOCUMENTED_TYPES.flatMap((type) => operationsOf(models.newestOf(type), type));
  const schemas = Object.entries(openapi.components?.schemas ?? {}).map(([name, schema]) => [
    name,
    selfContained(schema as unknown as JsonObject),
  ]);
  return {
    ...openapi,
    paths: { ...openapi.paths, ...Object.fromEntries(paths) },
    components: { ...openapi.components, schemas: Object.fromEntries(schemas) as Schemas },
  };
}

function operationsOf(model: CaseModel, type: CaseTypeName): [string, Paths[string]][] {
  const forms = formsOf(model);
  return commandsOfPeople(model.definition).flatMap(([name, rule]) => {
    const form = forms[name];
    return form === undefined
      ? []
      : [[commandHref(type, '{caseId}', name), { post: operation(type, name, rule, form) }]];
  });
}

function operation(type: CaseTypeName, name: string, rule: CommandRule, { schema, example }: CommandForm): Operation {
  return {
    operationId: `${type}_${name}`,
    tags: [TAGS[type]],
    summary: `${rule.label.en} / ${rule.label.id}`,
    description: [
      `Legal basis: ${rule.legalBasis.map(citation).join('; ')}.`,
      `Stages: ${rule.from.join(', ')}. Roles: ${rule.roles.join(', ')}.`,
      ...(rule.reasons === undefined ? [] : [`Reason codes: ${rule.reasons.join(', ')}.`]),
    ].join('\n\n'),
    parameters: PARAMETERS,
    requestBody: { required: true, content: { 'application/json': { schema: { ...schema }, example } } },
    responses: RESPONSES,
  };
}

/** `Permenaker 4/2023 Pasal 50 ayat (1)`; what nobody has read yet says so. */
export const citation = ({ instrument, article, verified }: LegalBasis): string =>
  `${instrument} ${article}${verified ? '' : ' (unverified)'}`;

type Parameters = NonNullable<Operation['parameters']>;
const header = (name: string, required: boolean, description: string, schema: object): Parameters[number] => ({
  name,
  in: 'header',
  required,
  description,
  schema,
});

const PARAMETERS: Parameters = [
  { name: 'caseId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
  header('Idempotency-Key', true, 'UUID; a repeat answers the first result', { type: 'string', format: 'uuid' }),
  header('If-Match', false, 'ETag of the case as the caller saw it; 412 if it has moved on', { type: 'string' }),
  header('X-Titian-Identity', true, 'Local stack only: id of a demo user', { type: 'string' }),
];

const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden: the role or the area',
  404: 'No such case of this type in the area, or no such command',
  409: 'Conflict: the stage, a suspension, a second officer, a used key',
  412: 'The case has moved on since the version of If-Match',
  413: 'Payload Too Large',
  422: 'The input or a guard of the command is not met',
  503: 'The case engine cannot be reached: send again with the same key',
};

const RESPONSES: Operation['responses'] = {
  200: {
    description: 'Done; `ETag` is the new revision',
    headers: { ETag: { schema: { type: 'string' }, description: 'Revision after the command' } },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/CommandAnswer' } } },
  },
  202: { description: 'Not known yet: ask /v1/cases/{caseId}/receipts/{commandId}' },
  ...Object.fromEntries(
    Object.entries(PROBLEMS).map(([status, description]) => [
      status,
      {
        description,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  ),
};
