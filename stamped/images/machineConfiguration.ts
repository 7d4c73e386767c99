import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';

const certificates = '/etc/ssl/certs/ca-certificates.crt';
// beside the image's own, which its package manager may want to replace
const inside = '/etc/ssl/certs/machine.crt';
const pipKeys =
  /^(?:global|install|:env:)\.((?:extra-)?index-url|trusted-host|proxy)='(.*)'$/gm;

/**
 * How this machine reaches package indexes, as mounts for a build: what stands in no Dockerfile and comes into no image.
 *
 * @param folder - takes the files that are made for it; nobody else may read it, since an index can ask for a password
 */
export async function machineConfiguration(folder: string): Promise<string[]> {
  const [pip, registry, apt] = await Promise.all([
    runProgram('python3', ['-m', 'pip', 'config', 'list']),
    // in a folder that is nobody's workspace
    runProgram('npm', ['config', 'get', 'registry'], { cwd: folder }),
    runProgram('apt-config', ['dump', 'Acquire']),
  ]);
  const files: Record<string, string> = {
    '/etc/pip.conf': [
      '[global]',
      ...[...pip.matchAll(pipKeys)].map(
        ([, key, value]) => `${key} = ${value}`,
      ),
      `cert = ${inside}`,
    ].join('\n'),
    '/usr/local/etc/npmrc': [
      // with what proves who asks, where a registry wants to know
      await readFile(path.join(homedir(), '.npmrc'), 'utf8').catch(() => ''),
      `registry=${registry}cafile=${inside}`,
    ].join('\n'),
    '/etc/apt/apt.conf.d/90machine': [
      ...apt
        .split('\n')
        .filter(line => /^Acquire::https?::.*proxy/i.test(line)),
      `Acquire::https::CAInfo "${inside}";`,
    ].join('\n'),
  };
  const mounts = await Promise.all(
    Object.entries(files).map(async ([place, text]) => {
      const file = path.join(folder, place.replaceAll('/', '-').slice(1));
      await writeFile(file, `${text}\n`);
      return [file, place];
    }),
  );
  mounts.push([certificates, inside]);
  return mounts
    .filter(([file]) => existsSync(file))
    .flatMap(([file, place]) => ['--volume', `${file}:${place}:ro`]);
}
