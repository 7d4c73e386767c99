import type { Settings } from '../sandbox/src/settings.ts';
import { runInForeground } from './runInForeground.ts';

/** `./yarnw test`: the workspace's own script of that name, on a machine that is set up. */
export function test(
  { root }: Settings,
  args: readonly string[],
): Promise<number> {
  return runInForeground('yarn', ['run', 'test', ...args], { cwd: root });
}
