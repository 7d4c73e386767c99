import assert from 'node:assert/strict';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import {
  filesOf,
  hostileTexts,
} from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { deployed } from '@sovd/templates/tests/HelmFixture.ts';
import { parse, parseAllDocuments } from 'yaml';
import { matrix, production, staging } from '../repository/matrix.ts';
import {
  addEnvironment,
  stampRepository,
} from '../repository/stampRepository.ts';
import { runScript } from '../scripts/runScript.ts';
import { checkTool } from '../tools/checkTool.ts';

/** What one environment more may change beside its own files. */
const shared = ['.sovd-template.yaml', 'README.md', 'catalog-info.yaml'];

/** A repository of Git in which each stamp is a commit. */
class StampedHistory {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async of(answers: Record<string, unknown>): Promise<StampedHistory> {
    const history = new StampedHistory(await stampRepository(answers));
    await history.git('init', '-q', '-b', 'main');
    await history.commit('Stamp');
    return history;
  }

  dispose = () => rm(this.folder, { recursive: true, force: true });

  git(...command: string[]): Promise<string> {
    const who = ['-c', 'user.name=Team', '-c', 'user.email=team@example.com'];
    return runProgram('git', ['-C', this.folder, ...who, ...command]);
  }

  read(file: string): Promise<string> {
    return readFile(path.join(this.folder, file), 'utf8');
  }

  async commit(message: string): Promise<void> {
    await this.git('add', '--all');
    await this.git('commit', '-q', '-m', message);
  }

  /** Adds an environment; the caller decides whether it becomes a commit. */
  add(answers: Record<string, unknown>): Promise<string[]> {
    return addEnvironment(this.folder, answers);
  }

  /** Id of all that the last commit has. */
  tree(): Promise<string> {
    return this.git('rev-parse', 'HEAD^{tree}');
  }

  /** Letter and path of each file that differs from the last commit. */
  async changed(): Promise<[state: string, file: string][]> {
    await this.git('add', '--all');
    const lines = await this.git('diff', '--cached', '--name-status', '-M100%');
    return lines
      .split('\n')
      .filter(Boolean)
      .map(line => line.split('\t') as [string, string]);
  }
}

function added(
  environment: string,
  engine: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    ...(environment === 'production' ? production : staging).answers,
    environment,
    engine,
    vpcCidr: '10.1.0.0/16',
    ...more,
  };
}

/** Whether a path has the name of an environment in it. */
const isOf = (environment: string) => (file: string) =>
  new RegExp(`(?:^|[/-])${environment}(?:[./]|$)`).test(file);

const cases = ['cloudformation', 'terraform'].flatMap(engine =>
  ['production', 'dev'].map(environment => ({ engine, environment })),
);

for (const { engine, environment } of cases) {
  describe(`${environment} with ${engine}, added to a stamped repository`, () => {
    let repository: StampedHistory;
    let changed: [string, string][];
    let rendered: string;
    const answers = added(environment, engine);

    async function renderStaging(): Promise<string> {
      const chart = path.join(
        repository.folder,
        'infrastructure/helm/sovd-webapp',
      );
      const helm = await checkTool('helm');
      const values = path.join(repository.folder, '.git', 'deployed.json');
      await writeFile(values, JSON.stringify(deployed));
      return runProgram(helm, [
        ...['template', 'fleet-staging', chart],
        ...['--namespace', 'fleet-staging', '--kube-version', '1.36.0'],
        ...[
          '-f',
          path.join(repository.folder, 'environments/staging/values.yaml'),
        ],
        ...['-f', values],
      ]);
    }

    before(async () => {
      repository = await StampedHistory.of({ ...staging.answers, engine });
      rendered = await renderStaging();
      await repository.add(answers);
      changed = await repository.changed();
    });
    after(() => repository?.dispose());

    test('touches no file of another environment [A-31]', () => {
      const touched = changed.map(([, file]) => file);
      assert.deepEqual(touched.filter(isOf('staging')), []);
      assert.ok(touched.filter(isOf(environment)).length >= 10);
    });

    test('only adds files, and changes of the shared ones no more than it must [A-31]', () => {
      const ours = isOf(environment);
      for (const [state, file] of changed) {
        if (ours(file)) assert.equal(state, 'A', file);
        else
          assert.ok(state === 'M' && shared.includes(file), `${state} ${file}`);
      }
      const workflow = `.github/workflows/deploy-${environment}.yml`;
      assert.equal(
        changed.some(([, file]) => file === workflow),
        environment === 'dev',
        'branches deploy staging and production',
      );
    });

    test('keeps every line of the README and of the record but those that it has to change [A-31]', async () => {
      const removedOf = async (file: string) => {
        const diff = await repository.git(
          'diff',
          '--cached',
          '-U0',
          '--',
          file,
        );
        return diff
          .split('\n')
          .filter(line => line.startsWith('-') && !line.startsWith('---'));
      };
      assert.deepEqual(await removedOf('README.md'), []);
      const sums = await removedOf('.sovd-template.yaml');
      assert.ok(
        sums.every(line => /^- {4}sha256: [0-9a-f]{64}$/.test(line)),
        sums.join('\n'),
      );
      const count = shared.filter(
        file =>
          file !== '.sovd-template.yaml' &&
          changed.some(([, each]) => each === file),
      ).length;
      assert.equal(sums.length, count);
    });

    test('gives nothing to commit when it is done again [A-31]', async () => {
      await repository.commit('Add');
      await repository.add(answers);
      assert.deepEqual(await repository.changed(), []);
      await repository.add({ ...staging.answers, engine });
      assert.deepEqual(await repository.changed(), []);
    });

    test('shares no name, network or state with the others [A-31]', async () => {
      const read = async (one: string) => ({
        answers: parse(
          await repository.read(`environments/${one}/environment.yaml`),
        ).answers,
        parameters: JSON.parse(
          await repository.read(
            `infrastructure/cloudformation/parameters/${one}.json`,
          ),
        ) as { ParameterKey: string; ParameterValue: string }[],
        // states are Terraform's alone
        state:
          engine === 'terraform'
            ? /^key\s*=\s*"(.+)"$/m.exec(
                await repository.read(
                  `infrastructure/terraform/environments/${one}/backend.hcl`,
                ),
              )?.[1]
            : one,
        namespace: parse(
          await repository.read(
            `infrastructure/k8s/bootstrap/${one}/namespace.yaml`,
          ),
        ).metadata.name,
      });
      const [first, second] = [await read('staging'), await read(environment)];
      const parameter = (one: typeof first, key: string) =>
        one.parameters.find(({ ParameterKey }) => ParameterKey === key)
          ?.ParameterValue;
      for (const pair of [
        [first.answers.vpcCidr, second.answers.vpcCidr],
        [first.namespace, second.namespace],
        [parameter(first, 'NamePrefix'), parameter(second, 'NamePrefix')],
        [parameter(first, 'VpcCidr'), parameter(second, 'VpcCidr')],
        [first.state, second.state],
      ]) {
        assert.ok(pair[0] && pair[1], String(pair));
        assert.notEqual(pair[0], pair[1]);
      }
      await assert.rejects(
        repository.add(added('staging', engine)),
        /has an environment staging already, with other answers/,
      );
    });

    test('leaves what runs in the first environment byte for byte as it was [A-31]', async () => {
      assert.ok(rendered.length > 1_000);
      assert.equal(await renderStaging(), rendered);
    });

    test('has a record that names every file, and a script that finds all as they were written', async () => {
      const { environments, files } = parse(
        await repository.read('.sovd-template.yaml'),
      );
      assert.deepEqual(
        Object.keys(environments),
        [environment, 'staging'].sort(),
      );
      const tracked = (await repository.git('ls-files')).trim().split('\n');
      assert.deepEqual(
        Object.keys(files),
        tracked.filter(file => file !== '.sovd-template.yaml').sort(),
      );
      const { code, text } = await runScript(
        repository.folder,
        ['/bin/sh', 'scripts/check_generated.sh'],
        {},
      );
      assert.equal(code, 0, text);
      const generated = Object.values(
        files as Record<string, { policy: string }>,
      ).filter(({ policy }) => policy === 'generated');
      assert.match(text, new RegExp(`^${generated.length} generated files`));
    });
  });
}

test('merges into what a team has made of its repository meanwhile [A-31]', async t => {
  const repository = await StampedHistory.of(staging.answers);
  t.after(repository.dispose);
  const edit = async (file: string, change: (text: string) => string) =>
    writeFile(
      path.join(repository.folder, file),
      change(await repository.read(file)),
    );
  await repository.git('branch', 'sovd-template/base');
  await edit('README.md', text => `Our own first line\n\n${text}\n## Ours\n`);
  await edit('backend/app/main.py', text => `# ours\n${text}`);
  await appendFile(path.join(repository.folder, 'Makefile'), '\n# ours\n');
  await repository.commit('Our work');

  await repository.git('checkout', '-q', 'sovd-template/base');
  await repository.add(added('dev', 'cloudformation'));
  await repository.commit('Add dev');
  await repository.git('checkout', '-q', 'main');
  await repository.git('merge', '-q', '--no-edit', 'sovd-template/base');

  const readme = await repository.read('README.md');
  assert.match(readme, /^Our own first line\n/);
  assert.match(readme, /\n## Ours\n$/);
  assert.match(readme, /\[dev\]\(environments\/dev\/README\.md\)/);
  assert.match(readme, /\[staging\]\(environments\/staging\/README\.md\)/);
  assert.match(await repository.read('backend/app/main.py'), /^# ours\n/);
  assert.match(await repository.read('Makefile'), /\n# ours\n$/);
  const { environments } = parse(await repository.read('.sovd-template.yaml'));
  assert.deepEqual(Object.keys(environments), ['dev', 'staging']);
});

for (const environment of ['alpha', 'qa', 'test']) {
  test(`${environment} merges into a repository whose other environment the portal has scaled [A-31]`, async t => {
    const repository = await StampedHistory.of(staging.answers);
    t.after(repository.dispose);
    await repository.git('branch', 'sovd-template/base');
    // as a change does it: answers and values, and the sums of both
    let record = await repository.read('.sovd-template.yaml');
    record = record.replace('    backendMin: 3\n', '    backendMin: 4\n');
    for (const file of (await filesOf(repository.folder)).filter(
      isOf('staging'),
    )) {
      await appendFile(path.join(repository.folder, file), '\n');
      record = record.replace(
        `  ${file}:\n    sha256: `,
        `  ${file}:\n    sha256: 0`,
      );
    }
    await writeFile(
      path.join(repository.folder, '.sovd-template.yaml'),
      record,
    );
    await repository.commit('Scale staging');

    await repository.git('checkout', '-q', 'sovd-template/base');
    await repository.add(added(environment, 'cloudformation'));
    await repository.commit('Add');
    await repository.git('checkout', '-q', 'main');
    await repository.git('merge', '-q', '--no-edit', 'sovd-template/base');
    const { environments, files } = parse(
      await repository.read('.sovd-template.yaml'),
    );
    assert.equal(environments.staging.backendMin, 4);
    assert.ok(environments[environment]);
    const sums = Object.entries(files as Record<string, { sha256: string }>);
    for (const [file, { sha256 }] of sums) {
      assert.equal(sha256.length, isOf('staging')(file) ? 65 : 64, file);
    }
  });
}

test('hostile text of an application stays text in the environment that is added', async t => {
  for (const description of hostileTexts) {
    const repository = await StampedHistory.of({
      ...staging.answers,
      description,
    });
    t.after(repository.dispose);
    await repository.add(added('dev', 'terraform', { description }));
    for (const file of (await filesOf(repository.folder)).filter(isOf('dev'))) {
      const text = await repository.read(file);
      if (file.endsWith('.json')) JSON.parse(text);
      if (!/\.ya?ml$/.test(file)) continue;
      for (const document of parseAllDocuments(text)) {
        assert.deepEqual(document.errors, [], file);
      }
    }
    for (const name of ['dev', 'staging']) {
      const file = `environments/${name}/environment.yaml`;
      const { answers } = parse(await repository.read(file));
      assert.equal(answers.description, description);
    }
    const entities = parseAllDocuments(
      await repository.read('catalog-info.yaml'),
    ).map(document => document.toJS());
    assert.deepEqual(
      [...new Set(entities.map(({ spec }) => spec.owner))],
      [staging.answers.owner],
    );
  }
});

test('environments of every kind come to the same repository in whatever order they are added', async t => {
  const several = matrix
    .filter(({ name }) => /irsa-connector$/.test(name))
    .map(({ answers }, index) => ({
      ...answers,
      environment: `env${index}`,
      vpcCidr: `10.${index}.0.0/16`,
    }));
  assert.equal(several.length, 8);
  const [first, ...others] = several;
  const one = await StampedHistory.of(first);
  t.after(one.dispose);
  for (const answers of others) await one.add(answers);
  await one.commit('All');
  const [last, ...rest] = [...several].reverse();
  const other = await StampedHistory.of(last);
  t.after(other.dispose);
  for (const answers of rest) await other.add(answers);
  await other.commit('All');
  assert.equal(await one.tree(), await other.tree());
});
