import { existsSync } from 'node:fs';
import path from 'node:path';
import { kubernetesProgram } from '../../sandbox/src/builds/kubernetesPrograms.ts';
import { readSettings } from '../../sandbox/src/settings.ts';
import {
  chartChecks,
  helmDocs,
  kubeScore,
  textChecks,
  tflint,
} from './checkPrograms.ts';
import { checksEnvironment } from './checksEnvironment.ts';

const settings = readSettings(path.resolve(import.meta.dirname, '../..'));

const python = (name: string) => async () =>
  path.join(await checksEnvironment.programs(settings), name);
const debian = (file: string) => async () => file;

/** Terraform is the machine's own: its licence lets nobody pack it into a project's set-up. */
async function terraform(): Promise<string> {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = folders
    .map(folder => path.join(folder, 'terraform'))
    .find(file => existsSync(file));
  return found ?? 'terraform, which must be on the PATH (1.11 or newer)';
}

/** Where each tool of the checks is. */
const places = {
  helm: () => kubernetesProgram(settings, 'helm'),
  'helm-unittest': () => chartChecks.program(settings, 'helm-unittest'),
  'helm-docs': () => helmDocs.program(settings, 'helm-docs'),
  kubeconform: () => chartChecks.program(settings, 'kubeconform'),
  'kube-score': () => kubeScore.program(settings, 'kube-score'),
  actionlint: () => textChecks.program(settings, 'actionlint'),
  gitleaks: () => textChecks.program(settings, 'gitleaks'),
  tflint: () => tflint.program(settings, 'tflint'),
  terraform,
  checkov: python('checkov'),
  'cfn-lint': python('cfn-lint'),
  hadolint: python('hadolint'),
  mkdocs: python('mkdocs'),
  yamllint: python('yamllint'),
  nginx: debian('/usr/sbin/nginx'),
  promtool: debian('/usr/bin/promtool'),
  amtool: debian('/usr/bin/amtool'),
  shellcheck: debian('/usr/bin/shellcheck'),
  'redis-server': debian('/usr/bin/redis-server'),
  buildah: debian('/usr/bin/buildah'),
  debootstrap: debian('/usr/sbin/debootstrap'),
};

export type CheckTool = keyof typeof places;

/**
 * Path of a tool that set-up made.
 *
 * @throws Error with the remedy when it isn't there: a check is never skipped
 */
export async function checkTool(name: CheckTool): Promise<string> {
  const file = await places[name]();
  if (existsSync(file)) return file;
  throw new Error(
    `There is no ${name} at ${file}: run ./yarnw test once, which makes it`,
  );
}
