import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import type { Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import { manifests, StampedChart } from '../chart/StampedChart.ts';
import { StampedDocuments } from '../documents/StampedDocuments.ts';
import { production, staging } from '../repository/matrix.ts';

/** Targets that the documents name before the Makefile has them. */
const later = new Set<string>();
/** Files that the portal, a command or the team writes, so they aren't there when a repository is new. */
const written =
  /outputs\.(json|yaml)$|release\.yaml$|\.venv\/|access\.json$|team\.auto\.tfvars\.json$/;

const nameOf = ({ kind, metadata }: Manifest) =>
  `${kind.toLowerCase()}/${metadata.name}`;

describe('what the documents tell people to type', () => {
  let documents: StampedDocuments;
  /** What runs in staging and production, as `kind/name`. */
  let objects: Record<'staging' | 'production', Set<string>>;
  before(async () => {
    documents = await StampedDocuments.stamp();
    objects = {
      staging: await render(staging),
      production: await render(production),
    };
  });
  after(() => documents?.dispose());

  async function render(variant: typeof staging): Promise<Set<string>> {
    const chart = await StampedChart.of(variant);
    const folder = `infrastructure/k8s/bootstrap/${chart.environment}`;
    const bootstrap = await documents.read(`${folder}/external-secret.yaml`);
    const found = [...(await chart.render()), ...manifests(bootstrap)];
    await chart.dispose();
    return new Set(found.map(nameOf));
  }
  // `terraform -chdir` reads its options from its own folder
  const isThere = (file: string) =>
    ['', 'infrastructure/terraform'].some(root =>
      existsSync(path.join(documents.repository, root, file)),
    );

  const each = function* each(): Generator<[string, string]> {
    for (const page of documents.pages.values())
      for (const code of page.code) yield [page.name, code];
  };

  test('can be parsed by bash, block by block [A-25]', async () => {
    const blocks = [...documents.pages.values()].flatMap(page =>
      page.blocks('(?:bash|sh)').map(block => ({ name: page.name, block })),
    );
    assert.ok(blocks.length > 80, `${blocks.length} blocks`);
    // what a reader fills in stands in angle brackets, which bash takes for files
    for (const { name, block } of blocks)
      await runProgram('/bin/bash', [
        ...['-n', '-c', block.replace(/<[\w-]+>/g, 'word')],
      ]).catch(error => assert.fail(`${name}: ${error.message}\n${block}`));
  });

  test('names targets that make has, and they are preferred [R044 R054 R063]', async () => {
    const makefile = await documents.read('Makefile');
    const targets = new Set(
      [...makefile.matchAll(/^([a-z][a-z0-9-]*):/gm)].map(([, name]) => name),
    );
    const used = new Set<string>();
    for (const [name, code] of each())
      for (const [, target] of code.matchAll(
        /(?:^|\n|; |&& )make ([a-z0-9-]+)/g,
      )) {
        used.add(target);
        assert.ok(
          targets.has(target) || later.has(target),
          `${name}: make ${target}`,
        );
      }
    for (const target of ['up', 'down', 'test', 'e2e', 'logs', 'smoke'])
      assert.ok(used.has(target), target);
    for (const target of later)
      assert.ok(
        !targets.has(target),
        `make ${target} is there: take it off the list`,
      );
  });

  test('names files that are there', () => {
    const pattern =
      /(?<![\w/.-])(?:scripts|infrastructure|environments|docs|backend|frontend)\/[\w.$<>{}"*/-]+/g;
    for (const [name, code] of each())
      for (const [found] of code.matchAll(pattern)) {
        const wanted = found.replaceAll('"', '').replace(/[.:/]+$/, '');
        const names = ['staging', 'production'].map(environment =>
          wanted.replace(/\$ENVIRONMENT|<environment>|<name>/g, environment),
        );
        if (written.test(wanted) || wanted.includes('*')) continue;
        for (const file of names) assert.ok(isThere(file), `${name}: ${found}`);
      }
  });

  const references =
    /\b(deployment|service|job|hpa|ingress|rollout|externalsecret)\/([a-z][a-z0-9-]*)/g;

  test('names objects of the chart or the bootstrap [H065]', () => {
    const all = new Set([...objects.staging, ...objects.production]);
    let count = 0;
    for (const [name, code] of each()) {
      if (name.includes('environments/')) continue;
      for (const line of code
        .split('\n')
        .filter(text => !/monitoring/.test(text)))
        for (const [, kind, object] of line.matchAll(references)) {
          const own = object.replace(
            /^sovd-migration$/,
            'fleet-staging-migration',
          );
          assert.ok(all.has(`${kind}/${own}`), `${name}: ${kind}/${object}`);
          count += 1;
        }
    }
    assert.ok(count >= 10, `${count} objects`);
  });

  (['staging', 'production'] as const).forEach(environment =>
    test(`names ${environment}’s own objects on its page [R050]`, () => {
      const page = documents.page(`environments/${environment}`);
      const found = page
        .blocks('bash')
        .flatMap(block => [...block.matchAll(references)]);
      assert.ok(found.length >= 5);
      for (const [reference] of found)
        assert.ok(objects[environment].has(reference), reference);
      const namespaces = page.text.matchAll(/(?:-n|--namespace) (\S+)/g);
      for (const [, namespace] of namespaces)
        assert.equal(namespace, `fleet-${environment}`);
    }),
  );

  test('names outputs that provisioning has [T055]', async () => {
    const file = await documents.read('infrastructure/terraform/outputs.tf');
    const outputs = new Set(
      [...file.matchAll(/^output "(\w+)"/gm)].map(([, name]) => name),
    );
    const setup = documents.page('runbooks/infrastructure_setup');
    const code = setup.blocks('bash').join('\n');
    const used = [
      ...code.matchAll(/terraform output (?:-raw )?(\w+)/g),
      ...code.matchAll(/infrastructure\/terraform output (?:-raw )?(\w+)/g),
      ...code.matchAll(/\$\(output (\w+)\)/g),
    ].map(([, name]) => name);
    for (const name of used) assert.ok(outputs.has(name), name);
    for (const name of [
      'databaseHost',
      'redisHost',
      'ecrBackendUrl',
      'appRoleArn',
    ])
      assert.ok(used.includes(name), name);
  });

  test('leads each alert to its steps', async () => {
    const rules = await documents.read(
      'infrastructure/docker/prometheus/rules/sovd.yml',
    );
    const urls = [...rules.matchAll(/runbook_url: (\S+)#(\S+)/g)];
    assert.ok(urls.length > 10);
    for (const [, file, anchor] of urls)
      assert.ok(documents.pages.get(file)?.anchors.has(anchor), anchor);
  });
});
