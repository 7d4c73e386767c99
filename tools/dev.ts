import { stopStartedParts } from '../sandbox/src/commands/stopStartedParts.ts';
import { startSandbox } from '../sandbox/src/commands/startSandbox.ts';
import { liveParts } from '../sandbox/src/parts/liveParts.ts';
import { portalProcessEnvironment } from '../sandbox/src/portal/portalProcessEnvironment.ts';
import type { Settings } from '../sandbox/src/settings.ts';
import { runInForeground } from './runInForeground.ts';

const PAGES = 'http://localhost:3000';

/** `./yarnw dev`: pages and backend with hot reload, on the running sandbox. */
export async function dev(
  settings: Settings,
  args: readonly string[],
): Promise<number> {
  const before = await liveParts(settings);
  try {
    await startSandbox(settings);
    const configs = ['app-config.yaml', 'app-config.sandbox.yaml'];
    return await runInForeground(
      'yarn',
      ['run', 'dev', ...configs.flatMap(name => ['--config', name]), ...args],
      {
        cwd: settings.root,
        env: {
          ...(await portalProcessEnvironment(settings)),
          // Here the pages have a server of their own.
          APP_CONFIG_app_baseUrl: PAGES,
          APP_CONFIG_backend_cors_origin: PAGES,
        },
      },
    );
  } finally {
    await stopStartedParts(settings, before);
  }
}
