import path from 'node:path';
import { readSettings, type Settings } from '../sandbox/src/settings.ts';
import { checkBuilds } from '../stamped/tools/checkBuilds.ts';
import { sandboxBuilds } from '../sandbox/src/builds/sandboxBuilds.ts';
import { installPackages } from './setup/installPackages.ts';
import { setUp } from './setup/setUp.ts';

type Command = (settings: Settings, args: readonly string[]) => Promise<number>;

/** Loaded only once set-up has installed the packages that they import. Each returns the exit code. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start.ts')).start,
  dev: async () => (await import('./dev.ts')).dev,
  example: async () => (await import('./example.ts')).example,
  test: async () => (await import('./test.ts')).test,
  sandbox: async () =>
    (await import('../sandbox/src/commands/sandboxCommand.ts')).sandboxCommand,
};

const [name, ...args] = process.argv.slice(2);
try {
  const settings = readSettings(path.resolve(import.meta.dirname, '..'));
  await setUp(settings, [
    [installPackages],
    ...sandboxBuilds,
    ...(name === 'test' ? checkBuilds : []),
  ]);
  const command = await commands[name]();
  process.exitCode = await command(settings, args);
} catch (error) {
  process.stderr.write(`\n${(error as Error).message}\n`);
  process.exitCode = 1;
}
