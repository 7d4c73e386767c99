import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { awsEnvironment, engineFolder } from '../aws/awsPart.ts';
import { PythonEnvironment } from './PythonEnvironment.ts';

const program = path.join(import.meta.dirname, 'checkEngine.ts');

/** Environments that are there already, with a Python that does what the script says. */
async function stubbed(t: TestContext, script: string) {
  const settings = await testSettings(t);
  const engine = engineFolder(settings);
  const tools = new PythonEnvironment({
    ...{ name: 'aws-test', title: '' },
    requirementsFile: () => path.join(engine, 'requirements-test.txt'),
  });
  const pythonOf = async (environment: PythonEnvironment) =>
    path.join(await environment.programs(settings), 'python');
  const python = await StubProgram.at(await pythonOf(awsEnvironment), script);
  await StubProgram.at(await pythonOf(tools));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [program, ...args], {
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: path.dirname(settings.cache) },
    });
  return { run, python, packages: await tools.packages(settings) };
}

test('types are mypy’s, tests are pytest’s with the rest of the arguments', async t => {
  const { run, python, packages } = await stubbed(t, 'echo "$PYTHONPATH"');
  assert.equal(run('types').stdout.trim(), packages);
  assert.equal(run('tests', '-k', 'drift').status, 0);
  const [types, tests] = await python.calls();
  assert.deepEqual(types.slice(0, 2), ['-m', 'mypy']);
  assert.deepEqual(tests.slice(0, 2), ['-m', 'pytest']);
  assert.deepEqual(tests.slice(-3, -1), ['-k', 'drift']);
  assert.match(tests.at(-1) ?? '', /cloudformation\/tests$/);
});

test('its failure is ours, and an unknown check is none', async t => {
  const { run, python } = await stubbed(t, 'exit 3');
  assert.equal(run('types').status, 3);
  const unknown = run('style');
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /"style" is no check: give types or tests/);
  assert.equal((await python.calls()).length, 1);
});
