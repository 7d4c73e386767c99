import { STATUS_CODES } from 'node:http';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod/v4';
import type { ErrorStatus, Operation } from './Operation';
import { answerSchemas, requestSchemas } from './schemas';

const errors: Readonly<Record<ErrorStatus, string>> = {
  400: 'The input is wrong; the message names each field',
  401: 'The caller has no valid credentials',
  403: 'The permission policy, or the kind of caller, refuses it',
  404: 'The registry doesn’t know it, or it has expired',
  409: 'Another change stands in the way, or the world has moved since the plan',
};

/** The body of every error, as Backstage writes it. */
const errorSchema = z.object({
  error: z.object({ name: z.string(), message: z.string() }),
  response: z.object({ statusCode: z.number().int() }),
});

const reference = (name: string) => `#/components/schemas/${name}`;

const toName = (status: number | string) =>
  String(STATUS_CODES[status]).replaceAll(' ', '');

/** What only JSON Schema's own tools want to know. */
function plain({ $schema, $id, ...schema }: JsonObject): JsonObject {
  return schema;
}

/** Recursive schemas have no name of their own: Zod keeps them in a corner that only it knows. */
function liftReferences(text: string, io: 'input' | 'output'): string {
  return text.replaceAll(
    `${reference('__shared')}#/$defs/`,
    `${reference(io)}_`,
  );
}

function toComponents(
  schemas: Readonly<Record<string, z.ZodType>>,
  io: 'input' | 'output',
): [string, JsonObject][] {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) {
    registry.add(schema, { id });
  }
  const found = z.toJSONSchema(registry, {
    io,
    uri: reference,
    unrepresentable: 'any',
  }).schemas as Record<string, JsonObject>;
  const { __shared: shared, ...named } = found;
  const lifted = Object.entries(shared?.$defs ?? {}).map(
    ([name, schema]) => [`${io}_${name}`, schema as JsonObject] as const,
  );
  return [...Object.entries(named), ...lifted].map(([name, schema]) => [
    name,
    plain(JSON.parse(liftReferences(JSON.stringify(schema), io))),
  ]);
}

function content(schema: JsonObject) {
  return { 'application/json': { schema } };
}

function toContent(body: z.ZodType, schemas: typeof answerSchemas) {
  const found = Object.entries(schemas).find(([, schema]) => schema === body);
  if (!found) throw new Error('A body of the API has no name in schemas.ts');
  return content({ $ref: reference(found[0]) });
}

function toParameters({ path, query }: Operation): JsonObject[] {
  const names = path.match(/(?<=:)\w+/g) ?? [];
  const inPath = names.map(name => ({
    ...{ name, in: 'path', required: true },
    schema: { type: 'string' },
  }));
  if (!query) return inPath;
  const { properties = {}, required = [] } = z.toJSONSchema(query, {
    io: 'input',
    unrepresentable: 'any',
  });
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'query', required: required.includes(name) },
    schema: schema as JsonObject,
  }));
  return [...inPath, ...inQuery];
}

function toOperation(operation: Operation): JsonObject {
  const { answers, body, callers, operationId, summary } = operation;
  const given = Object.entries(answers).map(([status, answer]) => [
    status,
    {
      description: answer.description,
      content: toContent(answer.body, answerSchemas),
    },
  ]);
  const refused = [401 as const, ...operation.errors].map(status => [
    String(status),
    { $ref: `#/components/responses/${toName(status)}` },
  ]);
  return {
    ...{ operationId, summary },
    description: `For ${callers.map(caller => `${caller}s`).join(' and ')}.`,
    parameters: toParameters(operation),
    ...(body && {
      requestBody: { required: true, content: toContent(body, requestSchemas) },
    }),
    responses: Object.fromEntries([...given, ...refused]),
  };
}

/** The API in OpenAPI 3.1. @param version - of the plugin */
export function toOpenApi(
  operations: readonly Operation[],
  version: string,
): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [operation.method]: toOperation(operation),
    };
  }
  const responses = Object.entries(errors).map(([status, description]) => [
    toName(status),
    { description, content: content({ $ref: reference('Error') }) },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'sovd-deploy',
      version,
      description: 'Environments of SOVD WebApp, and every change of them',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/sovd-deploy' }],
    security: [{ backstage: [] }],
    paths,
    components: {
      securitySchemes: {
        backstage: {
          ...{ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        },
      },
      responses: Object.fromEntries(responses),
      schemas: Object.fromEntries([
        ...toComponents(answerSchemas, 'output'),
        ...toComponents(requestSchemas, 'input'),
        ...toComponents({ Error: errorSchema }, 'output'),
      ]),
    },
  };
}
