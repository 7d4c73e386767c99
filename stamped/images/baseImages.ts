import { createHash } from 'node:crypto';
import {
  copyFile,
  cp,
  readdir,
  readFile,
  realpath,
  rm,
} from 'node:fs/promises';
import path from 'node:path';
import { buildOnce } from '@sovd/sandbox/src/builds/buildOnce.ts';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import type { Settings } from '@sovd/sandbox/src/settings.ts';
import { checkTool } from '../tools/checkTool.ts';
import { ImageStore } from './ImageStore.ts';

const folder = path.join(import.meta.dirname, 'bases');

/** The images that the Dockerfiles of production begin with, and what stands in for each. */
export const standIns = {
  'docker.io/library/python:3.11-slim': 'python.Dockerfile',
  'docker.io/library/node:24-alpine': 'node.Dockerfile',
  'docker.io/nginxinc/nginx-unprivileged:1.30-alpine-slim': 'nginx.Dockerfile',
};

/** Debian 12: its Python is the images' own, 3.11. */
const release = 'bookworm';

async function named(settings: Settings): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const name of (await readdir(folder)).sort())
    hash.update(await readFile(path.join(folder, name)));
  const key = hash.digest('hex').slice(0, 16);
  return path.join(settings.cache, `base-images-${key}`);
}

/** npm’s own folder, which lies behind the link on PATH. */
async function npm(): Promise<string> {
  const program = await runProgram('sh', ['-c', 'command -v npm']);
  return path.resolve(await realpath(program.trim()), '../..');
}

/**
 * Makes the stand-ins once, from Debian’s packages and this machine’s Node: a registry isn’t asked.
 * It takes the rights that `imageObstacle` looks for.
 *
 * @returns the folder of their ImageStore
 */
export async function baseImages(settings: Settings): Promise<string> {
  const debootstrap = await checkTool('debootstrap');
  const place = await named(settings);
  await buildOnce(place, async into => {
    const store = new ImageStore(into);
    const context = path.join(into, 'context');
    await cp(folder, context, { recursive: true });
    await copyFile(process.execPath, path.join(context, 'node'));
    await cp(await npm(), path.join(context, 'npm'), { recursive: true });

    const debian = path.join(into, 'debian');
    await runProgram(debootstrap, ['--variant=minbase', release, debian]);
    // packages that are unpacked already
    await rm(path.join(debian, 'var/cache/apt/archives'), { recursive: true });
    const first = path.join(context, 'debian.Dockerfile');
    await store.build(debian, first, 'localhost/debian');
    for (const [name, dockerfile] of Object.entries(standIns))
      await store.build(context, dockerfile, name);
    for (const used of [debian, context]) await rm(used, { recursive: true });
  });
  return place;
}
