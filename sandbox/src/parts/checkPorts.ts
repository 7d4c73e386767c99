import { isPortFree, portOwner } from '../processes/portOwner.ts';
import type { PortName, Settings } from '../settings.ts';
import type { Part } from './Part.ts';

/** Names every taken port of parts that are about to start, all at once, before any of them starts. */
export async function checkPorts(
  parts: readonly Part[],
  settings: Settings,
): Promise<void> {
  const wanted = parts.flatMap(part =>
    (part.ports ?? []).map(name => ({ part: part.name, name })),
  );
  const complaints: string[] = [];
  for (const { part, name } of wanted) {
    const port = settings.ports[name];
    if (await isPortFree(port)) continue;
    complaints.push(describe(part, name, port, await portOwner(port)));
  }
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

function describe(
  part: string,
  name: PortName,
  port: number,
  owner: string | undefined,
): string {
  const who = owner ?? 'a program of another user';
  return (
    `Port ${port}, which ${part} needs, is taken by ${who}. ` +
    `End that program, or choose another port: SOVD_SANDBOX_PORT_${name.toUpperCase()}=<port>.`
  );
}
