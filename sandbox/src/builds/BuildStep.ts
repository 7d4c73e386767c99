import type { Settings } from '../settings.ts';

/**
 * Something that set-up makes once and that later starts find.
 *
 * Set-up runs before the workspace's packages are installed: a step may import Node's own modules and files of the sandbox only.
 */
export interface BuildStep {
  readonly title: string;
  isDone(settings: Settings): Promise<boolean>;
  /** @param log - file that takes the output of the programs it runs */
  run(settings: Settings, log: string): Promise<void>;
}
