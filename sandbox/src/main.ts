import path from 'node:path';
import { resetSandbox } from './commands/resetSandbox.ts';
import { sandboxStatus } from './commands/sandboxStatus.ts';
import { startSandbox } from './commands/startSandbox.ts';
import { stopSandbox } from './commands/stopSandbox.ts';
import { readSettings, type Settings } from './settings.ts';

/** Each returns the exit code. */
const commands: Record<string, (settings: Settings) => Promise<number>> = {
  async start(settings) {
    await startSandbox(settings);
    return 0;
  },
  async stop(settings) {
    await stopSandbox(settings);
    return 0;
  },
  status: sandboxStatus,
  async reset(settings) {
    await resetSandbox(settings);
    return 0;
  },
};

const command = commands[process.argv[2] ?? ''];
if (!command) {
  process.stderr.write('Usage: ./yarnw sandbox start|stop|status|reset\n');
  process.exit(2);
}
try {
  const root = path.resolve(import.meta.dirname, '..', '..');
  process.exitCode = await command(readSettings(root));
} catch (error) {
  process.stderr.write(`\n${(error as Error).message}\n`);
  process.exitCode = 1;
}
