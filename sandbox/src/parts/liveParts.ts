import type { Settings } from '../settings.ts';
import { PartProcess } from './PartProcess.ts';
import { sandboxParts } from './sandboxParts.ts';

/** Names of the parts whose programs run now. */
export async function liveParts(settings: Settings): Promise<Set<string>> {
  const live = new Set<string>();
  for (const { name } of sandboxParts) {
    if (await new PartProcess(settings, name).find()) live.add(name);
  }
  return live;
}
