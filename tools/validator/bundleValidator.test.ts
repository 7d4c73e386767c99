import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { bundleValidator, generateSchema } from './bundleValidator.ts';

const folders: string[] = [];
after(() =>
  Promise.all(
    folders.map(folder => rm(folder, { recursive: true, force: true })),
  ),
);

const good = {
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'cloud',
  postgresVersion: '18',
  alertEmail: 'fleet@sovd.dev',
};
const target = {
  name: 'cloud',
  title: 'Cloud',
  cluster: 'cloud',
  clusterMode: 'create',
  region: 'us-east-1',
  accountId: '123456789012',
  namespacePattern: '{name}-{environment}',
  repositories: { type: 'gitea', host: 'git.test', owner: 'sovd' },
  engines: ['cloudformation'],
  strategies: ['rolling'],
  databaseClasses: ['db.t3.medium'],
  kubernetesVersions: ['1.36'],
  workloadIdentities: ['irsa'],
  availabilityZones: 3,
  addOns: [],
  usedCidrs: [],
};

interface Given {
  /** Texts of `environment.yaml` by the folder of the environment. */
  environments: Record<string, string>;
  /** Texts of `target.yaml` by the folder of the environment. */
  beside?: Record<string, string>;
  targets?: object;
}

/** Runs the committed program in a repository that holds nothing but answers. */
async function run({ environments, beside = {}, targets }: Given) {
  const folder = await mkdtemp(path.join(tmpdir(), 'validator-'));
  folders.push(folder);
  for (const [word, text] of Object.entries(environments)) {
    await mkdir(path.join(folder, 'environments', word), { recursive: true });
    await writeFile(
      path.join(folder, 'environments', word, 'environment.yaml'),
      text,
    );
  }
  for (const [word, text] of Object.entries(beside)) {
    await writeFile(
      path.join(folder, 'environments', word, 'target.yaml'),
      text,
    );
  }
  if (targets)
    await writeFile(path.join(folder, 'targets.json'), JSON.stringify(targets));
  const { path: program } = await bundleValidator();
  const args = [program, ...(targets ? ['targets.json'] : [])];
  return new Promise<{ code: number; stdout: string }>(resolve => {
    execFile(process.execPath, args, { cwd: folder }, (error, stdout) =>
      resolve({ code: Number(error?.code ?? 0), stdout }),
    );
  });
}

const file = (answers: object) =>
  `# Answers\napiVersion: sovd.io/v1\nkind: EnvironmentAnswers\nanswers: ${JSON.stringify(
    answers,
  )}\n`;

for (const generate of [bundleValidator, generateSchema])
  test(`what ${generate.name} makes is what is committed`, async () => {
    const fresh = await generate();
    const committed = await readFile(fresh.path, 'utf8');
    assert.ok(
      committed === fresh.text,
      `${fresh.path} is old: run node tools/validator/main.ts`,
    );
  });

test('the program is small and names what of others it contains', async () => {
  const { text } = await bundleValidator();
  assert.ok(text.length < 260_000, `${text.length} characters`);
  assert.match(text, /Contains zod, licence MIT\.\n\nMIT License/);
  assert.match(text, /Contains yaml, licence ISC\./);
  assert.doesNotMatch(text, /sourceMappingURL/);
});

test('takes what is right', async () => {
  assert.deepEqual(await run({ environments: { staging: file(good) } }), {
    code: 0,
    stdout: '1 environment(s), 0 blocker(s)\n',
  });
});

test('names file, cause and remedies of what is wrong, in each environment', async () => {
  const { code, stdout } = await run({
    environments: {
      staging: file({ ...good, nodesMax: 2 }),
      eu: file({ ...good, environment: 'eu', namespace: 'kube-system' }),
    },
  });
  assert.equal(code, 1);
  assert.match(
    stdout,
    /blocker: environments\/staging\/environment\.yaml: At least 3 nodes are more than the 2 at most\n {2}The .*\n {2}Next: Always 3\n/,
  );
  assert.match(stdout, /environments\/eu\/.*namespace is no question/);
  assert.match(stdout, /2 environment\(s\), 3 blocker\(s\)\n$/);
});

test('judges by targets where it gets them, as a list or as the portal answers', async () => {
  const environments = { staging: file({ ...good, monitoring: true }) };
  for (const targets of [[target], { items: [target] }]) {
    const { code, stdout } = await run({ environments, targets });
    assert.equal(code, 1);
    assert.match(stdout, /Cloud has no monitoring/);
  }
  assert.equal((await run({ environments })).code, 0);
});

const placed = (place: object) =>
  `apiVersion: sovd.io/v1\nkind: EnvironmentTarget\ntarget: ${JSON.stringify(
    place,
  )}\n`;

test('judges by the target that was stamped beside the answers', async () => {
  const environments = {
    staging: file({ ...good, monitoring: true }),
    eu: file({ ...good, environment: 'eu', vpcCidr: '10.1.0.0/16' }),
  };
  const { code, stdout } = await run({
    environments,
    beside: { staging: placed(target), eu: placed(target) },
  });
  assert.equal(code, 1);
  assert.match(stdout, /environments\/staging\/.*Cloud has no monitoring/);
  assert.match(stdout, /2 environment\(s\), 1 blocker\(s\)\n$/);
});

test('takes the networks of the other environments for taken', async () => {
  const environments = {
    staging: file({ ...good, vpcCidr: '10.0.0.0/16' }),
    eu: file({ ...good, environment: 'eu', vpcCidr: '10.0.0.0/16' }),
  };
  const beside = { staging: placed(target), eu: placed(target) };
  const { code, stdout } = await run({ environments, beside });
  assert.equal(code, 1);
  assert.match(stdout, /environments\/eu\/.*overlaps/);
});

test('names a target that can not be read', async () => {
  const { code, stdout } = await run({
    environments: { staging: file(good) },
    beside: { staging: 'target: [' },
  });
  assert.equal(code, 1);
  assert.match(stdout, /The answers are not where they belong/);
});

test('takes a warning and an advice without failing', async () => {
  const { code, stdout } = await run({
    environments: {
      staging: file({ ...good, monthlyBudgetUsd: 100 }),
    },
    targets: [target],
  });
  assert.match(stdout, /warning: .*above the budget/);
  assert.equal(code, 0);
});

for (const [name, environments] of Object.entries<Record<string, string>>({
  'no answers': { staging: 'apiVersion: sovd.io/v1\n' },
  'broken YAML': { staging: 'answers: {name: [}\n' },
  'answers of another environment': { eu: file(good) },
  'no environment at all': {},
}))
  test(`refuses ${name}`, async () => {
    const { code, stdout } = await run({ environments });
    assert.equal(code, 1);
    assert.match(stdout, /environment\(s\)/);
  });
