import type { Settings } from '../settings.ts';
import { resetSandbox } from './resetSandbox.ts';
import { sandboxStatus } from './sandboxStatus.ts';
import { startSandbox } from './startSandbox.ts';
import { stopSandbox } from './stopSandbox.ts';

/** `start`, `stop`, `status` or `reset`. @returns the exit code */
export async function sandboxCommand(
  settings: Settings,
  [name]: readonly string[],
): Promise<number> {
  switch (name) {
    case 'start':
      await startSandbox(settings);
      return 0;
    case 'stop':
      await stopSandbox(settings);
      return 0;
    case 'status':
      return sandboxStatus(settings);
    case 'reset':
      await resetSandbox(settings);
      return 0;
    default:
      process.stderr.write('Usage: ./yarnw sandbox start|stop|status|reset\n');
      return 2;
  }
}
