import { spawn } from 'node:child_process';
import path from 'node:path';

import { awsEnvironment, engineFolder } from '../aws/awsPart.ts';
import { readSettings } from '../settings.ts';
import { PythonEnvironment } from './PythonEnvironment.ts';

// Checks the CloudFormation engine: `types` with mypy, `tests` with pytest, which takes the rest of the arguments.

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const settings = readSettings(root);
const engine = engineFolder(settings);
const tools = new PythonEnvironment({
  name: 'aws-test',
  title: 'pytest and mypy',
  requirementsFile: () => path.join(engine, 'requirements-test.txt'),
});

const [what = '', ...rest] = process.argv.slice(2);
const configuration = path.join(engine, 'pyproject.toml');
const checks: Record<string, { args: string[]; cwd: string }> = {
  types: {
    args: ['-m', 'mypy', `--cache-dir=${path.join(settings.cache, 'mypy')}`],
    cwd: engine,
  },
  // here, so that a report's path means what it says
  tests: {
    args: [
      ...['-m', 'pytest', '-c', configuration, `--rootdir=${engine}`],
      ...rest,
      path.join(engine, 'tests'),
    ],
    cwd: process.cwd(),
  },
};
const check = checks[what];
if (!check) throw new Error(`"${what}" is no check: give types or tests`);
await Promise.all([awsEnvironment.run(settings), tools.run(settings)]);
const child = spawn(
  path.join(await awsEnvironment.programs(settings), 'python'),
  check.args,
  {
    cwd: check.cwd,
    stdio: 'inherit',
    env: {
      ...process.env,
      PYTHONPATH: await tools.packages(settings),
      PYTHONPYCACHEPREFIX: path.join(settings.cache, 'pycache'),
    },
  },
);
child.on('exit', code => {
  process.exitCode = code ?? 1;
});
