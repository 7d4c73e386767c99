import type { Stage } from './Stage.ts';

const reports = 'test-report';

const yarn = (name: string, shows: string, ...args: string[]): Stage => ({
  name,
  shows,
  program: 'yarn',
  args,
});

function nodeTests(
  name: string,
  shows: string,
  cwd: string,
  pattern: string,
  concurrency = 2,
): Stage {
  const file = `${reports}/${name}.xml`;
  const up = cwd === '' ? '' : '../'.repeat(cwd.split('/').length);
  const reporters = [
    '--test-reporter=dot',
    '--test-reporter-destination=stdout',
    '--test-reporter=junit',
    `--test-reporter-destination=${up}${file}`,
  ];
  return {
    name,
    shows,
    program: 'node',
    args: [
      '--test',
      `--test-concurrency=${concurrency}`,
      ...reporters,
      pattern,
    ],
    cwd,
    report: { kind: 'junit', file },
  };
}

/** @param own - folder of one package and its own script; all packages when left out */
function jestTests(
  name: string,
  shows: string,
  own?: { cwd: string; script: string },
): Stage {
  const file = `${reports}/${name}.json`;
  const script = own ? [own.script] : ['backstage-cli', 'repo', 'test'];
  const cwd = own?.cwd;
  const up = cwd ? '../'.repeat(cwd.split('/').length) : '';
  return {
    name,
    shows,
    program: 'yarn',
    args: [...script, '--silent', '--json', `--outputFile=${up}${file}`],
    cwd,
    env: { CI: 'true' },
    report: { kind: 'jest', file },
  };
}

/** Checks of the text of the project: they count no tests, but each can fail the run. */
const checks: Stage[] = [
  yarn('lint', 'ESLint with the arrows between packages', 'lint'),
  yarn('format', 'Prettier', 'prettier:check'),
  yarn('types', 'TypeScript of the portal', 'tsc'),
  yarn(
    'types-node',
    'TypeScript of sandbox, tools, templates and e2e',
    'tsc:node',
  ),
  yarn('packages', 'roles and publish fields', 'fix', '--check'),
  yarn('api', 'reports of the plugins’ public surface', 'api-reports', '--ci'),
  yarn('python', 'types of the CloudFormation engine', 'check:python'),
];

const unit: Stage[] = [
  // one file at a time, here and in the sandbox: they start real programs on ports that were free a moment ago
  nodeTests(
    'structure',
    'arrows, file lengths, loose ends',
    '',
    'tools/{*,!(image)/**/*}.test.ts',
    1,
  ),
  nodeTests(
    'sandbox',
    'units of the sandbox',
    'sandbox',
    'src/**/*.test.ts',
    1,
  ),
  nodeTests(
    'outside',
    'how journeys look at the systems themselves',
    'e2e',
    'outside/**/*.test.ts',
  ),
  nodeTests('bench', 'how figures are taken', 'bench', '**/*.test.ts'),
  jestTests('portal', 'unit, contract, plugin and component tests'),
  {
    name: 'cloudformation',
    shows: 'units of the CloudFormation engine',
    program: 'yarn',
    args: ['test:python', `--junitxml=${reports}/cloudformation.xml`],
    report: { kind: 'junit', file: `${reports}/cloudformation.xml` },
  },
];

/** Needs the programs that set-up built: Helm, Alembic, PostgreSQL. */
const template: Stage[] = [
  nodeTests(
    'template',
    'the stamped repository with its own tools',
    'templates',
    'tests/**/*.test.ts',
  ),
];

/** Needs the tools that set-up made for it, and Terraform of the machine's own. */
const stamped: Stage[] = [
  nodeTests(
    'stamped',
    'the stamped repository by the tools of its fields',
    'stamped',
    'checks/**/*.test.ts',
  ),
];

/** Needs the running sandbox. */
// one file at a time: some kill parts that the others use
const contract: Stage[] = [
  nodeTests(
    'sandbox-contract',
    'the sandbox keeps its promises',
    'sandbox',
    'contract/**/*.test.ts',
    1,
  ),
  jestTests(
    'backend-contract',
    'providers behave as their fakes, and the changes of killed backends go on',
    { cwd: 'plugins/sovd-deploy-backend', script: 'test:sandbox' },
  ),
  jestTests(
    'backend-postgres',
    'the portal’s own database on PostgreSQL, as on SQLite',
    { cwd: 'plugins/sovd-deploy-backend', script: 'test:postgres' },
  ),
  nodeTests(
    'image',
    'the Dockerfile, and the production bundle from an empty folder',
    '',
    'tools/image/**/*.test.ts',
    1,
  ),
].map(stage => ({ ...stage, needsSandbox: true }));

const endToEnd: Stage[] = [
  {
    name: 'e2e',
    shows: 'the golden path in Chromium, checked from outside',
    program: 'yarn',
    args: ['workspace', '@sovd/e2e', 'test'],
    needsSandbox: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `../${reports}/e2e.json` },
    report: { kind: 'playwright', file: `${reports}/e2e.json` },
  },
];

/** Stages by the name of the suite. */
export const suites: Record<string, readonly Stage[]> = {
  check: checks,
  structure: unit.slice(0, 1),
  unit: [...unit, ...template],
  stamped,
  contract,
  e2e: endToEnd,
  all: [...checks, ...unit, ...template, ...stamped, ...contract, ...endToEnd],
};
