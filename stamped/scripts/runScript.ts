import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a program ended and what it wrote, to both of its outputs. */
export interface Outcome {
  code: number | null;
  text: string;
}

/** Runs a program of a stamped repository; a failure is an outcome, not an error. */
export async function runScript(
  folder: string,
  [program, ...args]: readonly [string, ...string[]],
  environment: NodeJS.ProcessEnv,
): Promise<Outcome> {
  const child = spawn(program, args, {
    cwd: folder,
    env: {
      LANG: 'C.UTF-8',
      HOME: folder,
      PYTHONDONTWRITEBYTECODE: '1',
      PATH: '/usr/bin:/bin',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  const parts: Buffer[] = [];
  const keep = (part: Buffer) => void parts.push(part);
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, text: Buffer.concat(parts).toString('utf8') };
}
