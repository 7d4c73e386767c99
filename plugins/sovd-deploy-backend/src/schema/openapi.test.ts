import { readFileSync } from 'node:fs';
import path from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import type { Router } from 'express';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { createRouter } from '../routes/createRouter';
import { formatOpenApi } from './formatOpenApi';
import { operations } from './operations';
import { toOpenApi } from './toOpenApi';

const file = path.join(__dirname, 'openapi.yaml');

/** Method and path of every route that a router has. */
function routesOf(router: Router): string[] {
  return router.stack.flatMap(({ route }) => {
    if (!route) return [];
    const layers: { method: string }[] = route.stack;
    return [...new Set(layers.map(({ method }) => `${method} ${route.path}`))];
  });
}

describe('openapi.yaml', () => {
  it('is what schemas and routes say now', () => {
    // when it isn't: yarn workspace @sovd/plugin-sovd-deploy-backend openapi
    expect(readFileSync(file, 'utf8') === formatOpenApi()).toBe(true);
  });

  it('is valid OpenAPI 3.1', async () => {
    const document = parse(readFileSync(file, 'utf8'));
    const valid = await SwaggerParser.validate(structuredClone(document));
    expect(valid.info.title).toBe('sovd-deploy');
    delete document.paths['/v1/targets'].get.responses;
    document.paths['/v1/targets'].get.parameters = 'none';
    await expect(SwaggerParser.validate(document)).rejects.toThrow(
      'validation failed',
    );
  });

  it('has every route of the router, and no other', () => {
    const services = new Proxy({} as Parameters<typeof createRouter>[0], {
      get: () => () => undefined,
    });
    const told = operations.map(({ method, path: at }) => `${method} ${at}`);
    expect(told.sort()).toEqual(routesOf(createRouter(services)).sort());
    expect(new Set(told).size).toBe(told.length);
    const { paths } = parse(readFileSync(file, 'utf8'));
    const written = Object.entries<object>(paths).flatMap(([at, item]) =>
      Object.keys(item).map(
        method => `${method} ${at.replace(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    expect(written.sort()).toEqual(told);
  });

  it('names every body that it speaks of', () => {
    const { components } = parse(readFileSync(file, 'utf8'));
    const text = readFileSync(file, 'utf8');
    const used = text.match(/#\/components\/schemas\/\w+/g) ?? [];
    for (const reference of used) {
      expect(Object.keys(components.schemas)).toContain(
        reference.split('/').at(-1),
      );
    }
  });
});

describe('toOpenApi', () => {
  it('tells the errors that an operation may answer, and who may ask', () => {
    const { paths } = toOpenApi(operations, '1.0.0') as {
      paths: Record<string, Record<string, Record<string, object>>>;
    };
    const start = paths['/v1/environments/{namespace}/{name}/changes'].post;
    expect(start.description).toBe('For users.');
    expect(Object.keys(start.responses)).toEqual([
      '200',
      '201',
      '400',
      '401',
      '403',
      '404',
      '409',
    ]);
    expect(start.requestBody).toMatchObject({
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/ChangeRequest' },
        },
      },
    });
  });

  it('refuses a body without a name', () => {
    const [first] = operations;
    const answers = { 200: { description: 'New', body: z.string() } };
    expect(() => toOpenApi([{ ...first, answers }], '1.0.0')).toThrow(
      'no name in schemas.ts',
    );
  });
});
