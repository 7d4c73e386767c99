import path from 'node:path';
import { sandboxCommand } from './commands/sandboxCommand.ts';
import { readSettings } from './settings.ts';

try {
  const root = path.resolve(import.meta.dirname, '..', '..');
  const settings = readSettings(root);
  process.exitCode = await sandboxCommand(settings, process.argv.slice(2));
} catch (error) {
  process.stderr.write(`\n${(error as Error).message}\n`);
  process.exitCode = 1;
}
