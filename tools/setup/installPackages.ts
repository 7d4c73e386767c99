import path from 'node:path';
import type { BuildStep } from '../../sandbox/src/builds/BuildStep.ts';
import { exists } from '../../sandbox/src/builds/buildOnce.ts';
import { runProgram } from '../../sandbox/src/processes/runProgram.ts';
import type { Settings } from '../../sandbox/src/settings.ts';
import { findFiles } from './findFiles.ts';
import { Stamp } from './Stamp.ts';

async function stamp({ root }: Settings): Promise<Stamp> {
  const manifests = await findFiles(
    root,
    ['packages', 'plugins', 'sandbox', 'templates', 'stamped', 'e2e'],
    name => name === 'package.json',
  );
  const pins = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  return Stamp.of(root, 'packages', [...pins, ...manifests]);
}

/** The workspace's npm packages, exactly as yarn.lock names them. */
export const installPackages: BuildStep = {
  title: 'npm packages with Yarn',
  async isDone(settings) {
    // Yarn writes its state last.
    const state = path.join(settings.root, 'node_modules', '.yarn-state.yml');
    return (await exists(state)) && (await stamp(settings)).matches();
  },
  async run(settings, log) {
    await runProgram('yarn', ['install', '--immutable'], {
      cwd: settings.root,
      log,
    });
    await (await stamp(settings)).write();
  },
};
