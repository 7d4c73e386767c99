import assert from 'node:assert/strict';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { filesOf } from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { production, staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { Terraform } from '../terraform/Terraform.ts';
import { checkTool } from '../tools/checkTool.ts';

const modules = [
  ...['alb', 'backup', 'ecr', 'eks', 'elasticache', 'iam', 'rds', 'route53'],
  ...['s3', 'secrets', 'vpc'],
];

describe('the Terraform configuration', () => {
  let terraform: Terraform;
  let repositories: string[];
  let folder: string;
  before(async () => {
    [terraform, ...repositories] = await Promise.all([
      Terraform.find(),
      ...[staging, production].map(({ answers }) => stampRepository(answers)),
    ] as const);
    folder = path.join(repositories[0], 'infrastructure/terraform');
  });
  after(() =>
    Promise.all([
      terraform?.dispose(),
      ...(repositories ?? []).map(one =>
        rm(one, { recursive: true, force: true }),
      ),
    ]),
  );

  const read = (file: string) => readFile(path.join(folder, file), 'utf8');

  test('has one module per service, each of five files [T001 T003 T081]', async () => {
    assert.deepEqual(
      (await readdir(path.join(folder, 'modules'))).sort(),
      modules,
    );
    const shape = [
      'README.md',
      'main.tf',
      'outputs.tf',
      'variables.tf',
      'versions.tf',
    ];
    for (const name of modules) {
      const files = await readdir(path.join(folder, 'modules', name));
      assert.deepEqual(files.sort(), shape, name);
      assert.match(await read('main.tf'), new RegExp(`"./modules/${name}"`));
    }
    for (const file of [
      'main.tf',
      'variables.tf',
      'outputs.tf',
      'versions.tf',
    ]) {
      assert.ok((await read(file)).length > 0);
    }
  });

  test('is formatted', async () => {
    await terraform.run(folder, ['fmt', '-check', '-recursive', '-diff']);
  });

  test('is valid: root, bootstrap and each module by itself', async () => {
    await terraform.init(folder);
    await terraform.run(folder, ['validate', '-no-color']);
    const own = [...modules.map(name => `modules/${name}`), 'bootstrap'];
    const [first, ...others] = own.map(name => path.join(folder, name));
    await terraform.init(first);
    const validate = async (name: string) => {
      // all use the same plugin: one lock file and one link serve them all
      for (const part of name === first
        ? []
        : ['.terraform', '.terraform.lock.hcl']) {
        await cp(path.join(first, part), path.join(name, part), {
          recursive: true,
          verbatimSymlinks: true,
        });
      }
      // a module by itself has nobody who gives it its further providers
      const versions = await readFile(path.join(name, 'versions.tf'), 'utf8');
      const [, aliases = ''] =
        versions.match(/configuration_aliases = \[aws, aws\.(\w+)\]/) ?? [];
      if (aliases) {
        const text = `provider "aws" {\n  alias = "${aliases}"\n}\n`;
        await writeFile(path.join(name, 'given.tf'), text);
      }
      await terraform.run(name, ['validate', '-no-color']);
    };
    // the provider is large: two at once fill two cores
    for (const names of chunks([first, ...others], 2)) {
      await Promise.all(names.map(validate));
    }
  });

  test('has nothing for tflint to say', async () => {
    const args = ['--recursive', '--minimum-failure-severity=notice'];
    await runProgram(await checkTool('tflint'), args, { cwd: folder });
  });

  test('types and describes every variable, and describes every output', async () => {
    const files = (await filesOf(folder)).filter(
      file => !file.includes('.terraform/'),
    );
    for (const file of files.filter(name => name.endsWith('variables.tf'))) {
      for (const block of blocks(await read(file), 'variable')) {
        assert.match(block, /\n {2}description = "/, `${file}: ${block}`);
        assert.match(block, /\n {2}type +=/, `${file}: ${block}`);
      }
    }
    for (const file of files.filter(name => name.endsWith('outputs.tf'))) {
      for (const block of blocks(await read(file), 'output')) {
        assert.match(block, /\n {2}description = "/, `${file}: ${block}`);
      }
    }
  });

  test('has an example of every variable, and no secret in it [T061]', async () => {
    const names = blocks(await read('variables.tf'), 'variable').map(
      block => block.split('"')[1],
    );
    const example = await read('terraform.tfvars.example');
    const given = [...example.matchAll(/^(\w+) +=/gm)].map(([, name]) => name);
    assert.deepEqual(given.sort(), names.sort());
    assert.doesNotMatch(example, /password\w* *= *"|secret\w* *= *"/i);
  });

  test('takes every variable that the answers give [T060]', async () => {
    const names = blocks(await read('variables.tf'), 'variable').map(
      block => block.split('"')[1],
    );
    for (const [index, environment] of ['staging', 'production'].entries()) {
      const at = path.join(
        repositories[index],
        `infrastructure/terraform/environments/${environment}`,
      );
      const values = JSON.parse(
        await readFile(
          path.join(at, `${environment}.auto.tfvars.json`),
          'utf8',
        ),
      );
      const unknown = Object.keys(values).filter(key => !names.includes(key));
      assert.deepEqual(unknown, []);
      const backend = await readFile(path.join(at, 'backend.hcl'), 'utf8');
      assert.match(
        backend,
        new RegExp(`"fleet-${environment}/terraform.tfstate"`),
      );
    }
  });

  test('locks its state by a file, or by a table on request [T062]', async () => {
    const backend = await read('environments/staging/backend.hcl');
    assert.match(backend, /^use_lockfile = true$/m);
    assert.match(backend, /^encrypt {6}= true$/m);
    assert.match(backend, /^# dynamodb_table = "fleet-terraform-locks"$/m);
    assert.match(await read('versions.tf'), /backend "s3" \{\}/);
    const bootstrap = await read('bootstrap/main.tf');
    for (const part of [
      'aws_s3_bucket_versioning',
      'aws_s3_bucket_public_access_block',
      'aws:SecureTransport',
      'prevent_destroy = true',
      'count = var.create_lock_table ? 1 : 0',
      '-terraform-state-',
    ]) {
      assert.ok(bootstrap.includes(part), part);
    }
  });

  test('knows the account by a variable only [T036]', async () => {
    for (const file of await filesOf(folder)) {
      if (/\.example$|^environments\/|\.terraform\//.test(file)) continue;
      assert.doesNotMatch(await read(file), /123456789012/, file);
    }
    assert.match(
      await read('versions.tf'),
      /allowed_account_ids = \[var\.account_id\]/,
    );
  });

  test('says in outputs.tf all that CI and the catalog read, by the keys of the contract [T082]', async () => {
    const names = blocks(await read('outputs.tf'), 'output').map(
      block => block.split('"')[1],
    );
    const schema = JSON.parse(
      await readFile(
        path.join(repositories[0], 'environments/outputs.schema.json'),
        'utf8',
      ),
    );
    const missing = schema.required.filter(
      (key: string) => !names.includes(key),
    );
    assert.deepEqual(missing, []);
  });
});

/** Blocks of one kind, each from its name on. */
function blocks(text: string, kind: string): string[] {
  return text.split(new RegExp(`^${kind} `, 'm')).slice(1);
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
