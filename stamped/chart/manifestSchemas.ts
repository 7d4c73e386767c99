import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { definitionsFolder } from '@sovd/sandbox/src/secrets/externalSecretsDefinitions.ts';
import { readSettings } from '@sovd/sandbox/src/settings.ts';
import { parse } from 'yaml';
import { manifestDefinitionsFolder } from '../tools/manifestDefinitions.ts';

const settings = readSettings(path.resolve(import.meta.dirname, '../..'));

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  definitions?: Record<string, Schema>;
  'x-kubernetes-group-version-kind'?: Record<
    'group' | 'version' | 'kind',
    string
  >[];
  'x-kubernetes-preserve-unknown-fields'?: boolean;
}

/** What kubeconform names the file of an object: `<kind>-<first word of the group>-<version>.json`. */
const fileOf = (kind: string, group: string, version: string) =>
  `${[kind, ...group.split('.').slice(0, 1), version]
    .filter(Boolean)
    .join('-')
    .toLowerCase()}.json`;

/** A schema in which every object has the fields that it names, and no others. */
function strict(schema: Schema): Schema {
  const children = ([name, child]: [string, Schema]) =>
    [name, strict(child)] as const;
  const more = schema.additionalProperties;
  return {
    ...schema,
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(children),
      ),
    }),
    ...(schema.items && { items: strict(schema.items) }),
    ...(typeof more === 'object' && { additionalProperties: strict(more) }),
    ...(schema.properties &&
      !more &&
      !schema['x-kubernetes-preserve-unknown-fields'] && {
        additionalProperties: false,
      }),
  };
}

/** Types that the API server takes in more forms than its description says. */
const loose: Record<string, Schema> = {
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': {
    type: ['integer', 'string'],
  },
  'io.k8s.apimachinery.pkg.api.resource.Quantity': {
    type: ['number', 'string'],
  },
};

/** Names of all definitions that one leads to. */
function closure(
  name: string,
  all: Record<string, Schema>,
  found = new Set<string>(),
): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, next] of JSON.stringify(all[name]).matchAll(
    /"#\/definitions\/([^"]+)"/g,
  ))
    closure(next, all, found);
  return found;
}

/** What the chart and the bootstrap manifests may hold of Kubernetes' own objects. */
const ownKinds =
  /^(ConfigMap|Secret|Service|ServiceAccount|Namespace|Pod|LimitRange|ResourceQuota|Deployment|Job|HorizontalPodAutoscaler|Ingress|NetworkPolicy|PodDisruptionBudget)$/;

async function writeKubernetes(file: string, into: string): Promise<void> {
  const { definitions } = JSON.parse(await readFile(file, 'utf8')) as {
    definitions: Record<string, Schema>;
  };
  const all: Record<string, Schema> = { ...definitions, ...loose };
  await mkdir(into);
  for (const [name, schema] of Object.entries(definitions)) {
    for (const id of schema['x-kubernetes-group-version-kind'] ?? []) {
      if (!ownKinds.test(id.kind)) continue;
      const used = [...closure(name, all)].map(
        one => [one, strict(all[one])] as const,
      );
      const text = JSON.stringify({
        $ref: `#/definitions/${name}`,
        definitions: Object.fromEntries(used),
      });
      await writeFile(
        path.join(into, fileOf(id.kind, id.group, id.version)),
        text,
      );
    }
  }
}

interface Definition {
  spec: {
    group: string;
    names: { kind: string };
    versions: { name: string; schema: { openAPIV3Schema: Schema } }[];
  };
}

async function writeOperators(folder: string, into: string): Promise<void> {
  const files = await readdir(folder);
  for (const file of files.filter(name => name.endsWith('.yaml'))) {
    const text = await readFile(path.join(folder, file), 'utf8');
    const { spec } = parse(text) as Definition;
    for (const { name, schema } of spec.versions)
      await writeFile(
        path.join(into, fileOf(spec.names.kind, spec.group, name)),
        JSON.stringify(strict(schema.openAPIV3Schema)),
      );
  }
}

/**
 * Writes the JSON schemas that kubeconform holds manifests against: `v<version>/` for each
 * version of Kubernetes, `operators/` for what External Secrets, Argo Rollouts and the
 * Prometheus operator add.
 *
 * @returns the versions of Kubernetes, oldest first
 */
export async function writeManifestSchemas(into: string): Promise<string[]> {
  const folder = await manifestDefinitionsFolder(settings);
  const versions = (await readdir(folder))
    .map(name => /^swagger-(.+)\.json$/.exec(name)?.[1])
    .filter(version => version !== undefined)
    .sort();
  const operators = path.join(into, 'operators');
  await mkdir(operators, { recursive: true });
  await Promise.all([
    writeOperators(folder, operators),
    writeOperators(await definitionsFolder(settings), operators),
    ...versions.map(version =>
      writeKubernetes(
        path.join(folder, `swagger-${version}.json`),
        path.join(into, `v${version}`),
      ),
    ),
  ]);
  return versions;
}
