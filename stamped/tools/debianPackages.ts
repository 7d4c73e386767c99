import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { BuildStep } from '../../sandbox/src/builds/BuildStep.ts';
import { runProgram } from '../../sandbox/src/processes/runProgram.ts';

/** What nothing but the distribution has, and a program that shows that it is there. */
const packages: Record<string, string> = {
  'nginx-light': '/usr/sbin/nginx',
  prometheus: '/usr/bin/promtool',
  'prometheus-alertmanager': '/usr/bin/amtool',
  shellcheck: '/usr/bin/shellcheck',
  'redis-server': '/usr/bin/redis-server',
  jq: '/usr/bin/jq',
  buildah: '/usr/bin/buildah',
  debootstrap: '/usr/sbin/debootstrap',
  iproute2: '/sbin/ip',
};

const missing = () =>
  Object.keys(packages).filter(name => !existsSync(packages[name]));

const environment = {
  ...process.env,
  DEBIAN_FRONTEND: 'noninteractive',
  // Debian starts what it installs; these are programs for checks, not services
  RUNLEVEL: '1',
};

/**
 * nginx, promtool, amtool, shellcheck, Redis, jq and what builds images without Docker; only root can install them.
 *
 * @throws Error naming the packages and the command, for whoever isn't root
 */
export const debianPackages: BuildStep = {
  title:
    'nginx, Prometheus’ tools, shellcheck, Redis, jq and buildah from Debian',
  isDone: async () => missing().length === 0,
  async run(_, log) {
    const names = missing();
    const command = `apt-get install -y --no-install-recommends ${names.join(
      ' ',
    )}`;
    const canInstall =
      process.getuid?.() === 0 &&
      spawnSync('apt-get', ['--version']).status === 0;
    if (!canInstall) {
      throw new Error(
        `The checks of the stamped repository need ${names.join(
          ', ',
        )}; install them as root, on Debian with: ${command}`,
      );
    }
    await runProgram('apt-get', ['update'], { env: environment, log });
    const args = ['install', '-y', '--no-install-recommends', ...names];
    await runProgram('apt-get', args, { env: environment, log });
  },
};
