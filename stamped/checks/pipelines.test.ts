import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { production, staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { runScript } from '../scripts/runScript.ts';
import { checkTool } from '../tools/checkTool.ts';

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, string>;
  env?: Record<string, string>;
}
interface Job {
  needs?: string | string[];
  if?: string;
  uses?: string;
  with?: Record<string, string>;
  environment?: string;
  permissions?: Record<string, string>;
  services?: Record<string, { image: string }>;
  concurrency?: Record<string, unknown>;
  steps?: Step[];
  strategy?: { matrix: Record<string, unknown> };
}
interface Workflow {
  on: Record<string, { branches?: string[] } | null>;
  permissions: Record<string, string>;
  concurrency?: Record<string, unknown>;
  jobs: Record<string, Job>;
  runs?: { steps: Step[] };
}

let folder: string;
let further: string;
const workflows = new Map<string, Workflow>();
const texts = new Map<string, string>();

before(async () => {
  [folder, further] = await Promise.all([
    stampRepository(staging.answers),
    stampRepository({ ...staging.answers, environment: 'qa' }),
  ]);
  for (const place of ['.github/workflows', '.github/actions']) {
    const names = await readdir(path.join(folder, place), { recursive: true });
    for (const name of names.filter(file => file.endsWith('.yml'))) {
      const text = await readFile(path.join(folder, place, name), 'utf8');
      texts.set(name, text);
      workflows.set(name, parse(text) as Workflow);
    }
  }
});
after(() =>
  Promise.all([folder, further].map(one => rm(one, { recursive: true }))),
);

const workflow = (name: string): Workflow => {
  const found = workflows.get(name);
  assert.ok(found, `there is no ${name}`);
  return found;
};
const job = (name: string): Job => {
  const found = workflow('ci-cd.yml').jobs[name];
  assert.ok(found, `there is no job ${name}`);
  return found;
};
/** Everything that a job runs, as one text. */
const commands = ({ steps = [] }: Job) =>
  steps
    .map(
      ({ uses = '', run = '', ...rest }) =>
        `${uses}\n${run}\n${JSON.stringify(rest)}`,
    )
    .join('\n');

/** All jobs that a job waits for, however far away. */
function waitsFor(name: string): Set<string> {
  const needs = [job(name).needs ?? []].flat();
  return new Set(needs.flatMap(need => [need, ...waitsFor(need)]));
}

test('actionlint and shellcheck find nothing in the workflows of any environment [M007]', async () => {
  const actionlint = await checkTool('actionlint');
  const shellcheck = await checkTool('shellcheck');
  for (const place of [folder, further]) {
    // actionlint looks for the root of a repository
    await mkdir(path.join(place, '.git'), { recursive: true });
    const { code, text } = await runScript(
      place,
      [actionlint, '-no-color', '-shellcheck', shellcheck],
      {},
    );
    assert.equal(code, 0, text);
  }
});

test('every action is pinned to a commit and says its version', () => {
  let count = 0;
  for (const [name, text] of texts) {
    for (const [, used] of text.matchAll(/uses: (.+)$/gm)) {
      if (used.startsWith('./')) continue;
      count += 1;
      assert.match(
        used,
        /^[\w-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/,
        name,
      );
    }
  }
  assert.ok(count > 20);
});

test('tokens may read, and more only in the jobs that need it; no key of AWS is anywhere [R010]', () => {
  for (const [name, { permissions, jobs = {} }] of workflows) {
    if (name.startsWith('helm-deploy') || name.startsWith('push-images'))
      continue;
    assert.deepEqual(permissions, { contents: 'read' }, name);
    for (const [title, one] of Object.entries(jobs)) {
      const steps = commands(one);
      const signsIn =
        /configure-aws-credentials/.test(steps) || one.uses !== undefined;
      assert.equal(
        one.permissions?.['id-token'] === 'write',
        signsIn,
        `${name}: ${title}`,
      );
      assert.notEqual(one.permissions?.contents, 'write', `${name}: ${title}`);
    }
  }
  for (const [name, text] of texts) {
    assert.doesNotMatch(
      text,
      /AWS_SECRET_ACCESS_KEY|AWS_ACCESS_KEY_ID|secrets\./,
      name,
    );
    assert.doesNotMatch(text, /pull_request_target/, name);
    // what somebody else can write never becomes a part of a script
    for (const [, script] of text.matchAll(/run: \|\n((?: {8,}.*\n|\n)+)/g))
      assert.doesNotMatch(script, /\$\{\{/, name);
  }
});

test('the stages stand in order: lint, unit, images, integration, browser, security, push, staging, production [R005 R006 R007 R008 R009 R010 R011 R012 R013 M011 M033]', () => {
  const order = [
    'lint',
    'unit',
    'build',
    'integration',
    'e2e',
    'security',
    'push',
    'staging',
  ];
  order.forEach((name, index) => {
    for (const earlier of order.slice(0, index)) {
      assert.ok(
        waitsFor(name).has(earlier),
        `${name} doesn't wait for ${earlier}`,
      );
    }
  });
  for (const earlier of order.slice(0, 6))
    assert.ok(waitsFor('production').has(earlier));
});

test('1 lint: ESLint, Prettier, Ruff with Black’s format, mypy [R005 R044]', async () => {
  assert.match(commands(job('lint')), /make lint/);
  const { code, text } = await runScript(folder, ['make', '-n', 'lint'], {});
  assert.equal(code, 0, text);
  for (const tool of [
    'ruff check',
    'ruff format --check',
    'mypy',
    'npm run lint',
    'npm run format',
    'shellcheck',
    'check_generated',
  ])
    assert.ok(text.includes(tool), tool);
  const { scripts } = JSON.parse(
    await readFile(path.join(folder, 'frontend/package.json'), 'utf8'),
  );
  assert.match(scripts.lint, /^eslint/);
  assert.match(scripts.format, /^prettier --check/);
});

test('2 unit tests cover 80 % at least [R006]', async () => {
  assert.match(commands(job('unit')), /--cov=app .*--cov-fail-under=80/);
  assert.match(commands(job('unit')), /npm test -- --coverage/);
  const vite = await readFile(
    path.join(folder, 'frontend/vite.config.ts'),
    'utf8',
  );
  assert.match(vite, /thresholds: \{[^}]*statements: 80[^}]*lines: 80/s);
});

test('3 both images are built once, by the commit’s tag and latest, with a cache [R007 D043 D048]', () => {
  const build = job('build');
  assert.deepEqual(build.strategy?.matrix, {
    component: ['backend', 'frontend'],
  });
  const step = build.steps?.find(({ uses }) =>
    uses?.includes('build-push-action'),
  );
  assert.match(
    step?.with?.tags ?? '',
    /:sha-\$\{\{ github\.sha \}\}\n.*:latest/,
  );
  assert.match(step?.with?.['build-args'] ?? '', /VITE_API_BASE_URL=\/api/);
  assert.match(step?.with?.['cache-from'] ?? '', /type=gha/);
  assert.match(step?.with?.['cache-to'] ?? '', /type=gha/);
  for (const name of ['push', 'production', 'staging'])
    assert.doesNotMatch(commands(job(name)), /build-push-action|docker build/);
});

test('4 integration: migrations, squawk, the release before, the API on PostgreSQL and Redis, and a browser on compose [R008 M011 M033 M043]', () => {
  const { services = {} } = job('integration');
  assert.deepEqual(
    Object.values(services).map(({ image }) => image),
    ['postgres:15', 'redis:7'],
  );
  const steps = commands(job('integration'));
  const at = [
    'test_migration.sh',
    'lint_migrations.sh',
    'test_compatibility.sh',
    'smoke_test.sh',
    'pytest',
  ].map(word => steps.indexOf(word));
  assert.ok(
    at.every((place, index) => place > (at[index - 1] ?? 0)),
    String(at),
  );
  assert.match(
    commands(job('e2e')),
    /make up[\s\S]*init_db\.sh[\s\S]*make e2e[\s\S]*make down/,
  );
});

test('5 security: npm audit, pip-audit, bandit, gitleaks, Trivy on both images and the configuration [R009 D009]', () => {
  const steps = commands(job('security'));
  for (const tool of [
    'npm audit',
    'pip-audit',
    'bandit',
    'gitleaks',
    'backend.tar',
    'frontend.tar',
    '"scan-type":"config"',
  ])
    assert.ok(steps.includes(tool), tool);
  assert.equal(steps.match(/trivy-action/g)?.length, 3);
  assert.equal(steps.match(/"exit-code":"1"/g)?.length, 3);
});

test('6 push: by a role of the environment, by the commit’s tag and latest [R007 R010]', () => {
  const push = commands(job('push'));
  assert.match(push, /role-to-assume/);
  assert.equal(job('push').environment, 'staging');
  const steps = JSON.stringify(workflow('push-images/action.yml').runs);
  assert.match(steps, /sha-\$COMMIT/);
  assert.match(steps, /latest/);
  assert.match(steps, /docker push/);
});

test('7 develop goes to staging, 8 and 9 main to production after the approval of its reviewers [R011 R012 M013 M016 M017]', () => {
  assert.deepEqual(workflow('ci-cd.yml').on.push?.branches, [
    'develop',
    'main',
  ]);
  assert.match(job('push').if ?? '', /refs\/heads\/develop.*'staging'/s);
  assert.match(job('production').if ?? '', /refs\/heads\/main.*'production'/s);
  for (const name of ['staging', 'production']) {
    assert.equal(job(name).uses, './.github/workflows/_deploy.yml');
    assert.equal(job(name).with?.environment, name);
  }
  // the environment of the job is what reviewers guard
  assert.equal(
    workflow('_deploy.yml').jobs.deploy.environment,
    '${{ inputs.environment }}',
  );
});

test('a release: preflight, Helm, smoke test, rollback, record; one at a time [R011 R013 M014 M019 M020]', async () => {
  const { deploy } = workflow('_deploy.yml').jobs;
  assert.deepEqual(deploy.concurrency, {
    group: 'deploy-${{ inputs.environment }}',
    'cancel-in-progress': false,
  });
  const steps = commands(deploy);
  const order = [
    'helm-deploy',
    'smoke_test.sh',
    'scripts/rollback.sh',
    'deployments/',
  ].map(word => steps.indexOf(word));
  assert.ok(
    order.every((place, index) => place > (order[index - 1] ?? 0)),
    String(order),
  );
  const rollback = deploy.steps?.find(({ name }) => name === 'Roll back');
  assert.match(rollback?.if ?? '', /failure\(\).*smoke/);
  // an hour of canary, and then time to go back: as long as the role allows
  assert.match(steps, /STRATEGY" = canary \] && echo 7200/);
  const [terraform, cloudFormation] = await Promise.all(
    ['terraform/modules/iam/main.tf', 'cloudformation/main.yaml'].map(file =>
      readFile(path.join(folder, 'infrastructure', file), 'utf8'),
    ),
  );
  assert.match(terraform, /max_session_duration = 7200\b/);
  assert.match(cloudFormation, /MaxSessionDuration: 7200\b/);
  const action = JSON.stringify(workflow('helm-deploy/action.yml').runs);
  assert.ok(action.indexOf('preflight.sh') < action.indexOf('deploy.sh'));
  const script = await readFile(path.join(folder, 'scripts/deploy.sh'), 'utf8');
  assert.match(script, /--rollback-on-failure/);
  assert.match(script, /--timeout 15m/);
  // migrations are hooks
  for (const text of [...texts.values(), script])
    assert.doesNotMatch(text, /--no-hooks/);
});

test('a further environment is started by hand, with images that the pipeline built', async () => {
  const file = '.github/workflows/deploy-qa.yml';
  const { on, jobs } = parse(
    await readFile(path.join(further, file), 'utf8'),
  ) as Workflow;
  assert.deepEqual(Object.keys(on), ['workflow_dispatch']);
  assert.equal(jobs.deploy.uses, './.github/workflows/_deploy.yml');
  await assert.rejects(
    readFile(path.join(folder, '.github/workflows/deploy-staging.yml')),
  );
});

test('infrastructure is checked and planned on pull requests, and applied behind the environment', () => {
  const { on, jobs } = workflow('infrastructure.yml');
  assert.deepEqual(Object.keys(on), ['pull_request', 'workflow_dispatch']);
  for (const word of [
    'fmt -check',
    'validate',
    'terraform -chdir=infrastructure/terraform test',
    'cfn-lint',
    'check-answers check-generated',
  ])
    assert.ok(commands(jobs.check).includes(word), word);
  assert.equal(jobs.apply.environment, '${{ inputs.environment }}');
  assert.match(jobs.apply.if ?? '', /workflow_dispatch/);
});

test('what is used is pinned and looked at monthly, reviews go to the owner, and a commit is looked at before it is made [R037 R038]', async () => {
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const { updates } = parse(await read('.github/dependabot.yml')) as {
    updates: { 'package-ecosystem': string; schedule: { interval: string } }[];
  };
  assert.deepEqual(
    updates.map(one => one['package-ecosystem']),
    ['pip', 'npm', 'docker', 'github-actions', 'terraform'],
  );
  assert.ok(updates.every(({ schedule }) => schedule.interval === 'monthly'));
  assert.match(await read('CODEOWNERS'), /^\* @sovd\/platform$/m);
  for (const line of (await read('backend/requirements.txt')).split('\n'))
    assert.match(line, /^$|^#|^[\w.[\]-]+==[\w.]+$/);
  assert.ok(
    JSON.parse(await read('frontend/package-lock.json')).lockfileVersion >= 3,
  );
  const hooks = await read('.pre-commit-config.yaml');
  for (const id of [
    'gitleaks',
    'hadolint',
    'terraform-fmt',
    'helm-lint',
    'nginx-copies',
    'generated',
  ])
    assert.match(hooks, RegExp(`id: ${id}$`, 'm'));
});

test('make has the targets of the guides, each with a line of help [R044]', async () => {
  const copy = await mkdtemp(path.join(tmpdir(), 'sovd-make-'));
  const canary = await stampRepository(production.answers);
  await cp(canary, copy, { recursive: true });
  const targets =
    'help up down logs test e2e lint build-images migrate migration-test backup restore docs infra-plan infra-apply bootstrap deploy smoke cost check-generated'.split(
      ' ',
    );
  const { text } = await runScript(copy, ['make'], {});
  for (const target of targets) {
    assert.match(text, RegExp(`^ {2}${target} +\\S`, 'm'));
    const dry = await runScript(
      copy,
      ['make', '-n', target, 'FROM=backups/x', 'ENV=production'],
      {},
    );
    assert.equal(dry.code, 0, dry.text);
  }
  await Promise.all([copy, canary].map(one => rm(one, { recursive: true })));
});
