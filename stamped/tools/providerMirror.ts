import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** What tells where Terraform's provider plugins may be. */
export interface ProviderPlaces {
  environment: Readonly<Record<string, string | undefined>>;
  /** Folder of the person. */
  home: string;
  /** Path of the terraform program. */
  program: string;
  /** Folders that programs of the machine are installed in. */
  shared?: readonly string[];
}

/** Where plugins come from: the machine's own configuration, a mirror, or neither, which is the network. */
export interface ProviderSource {
  configuration?: string;
  mirror?: string;
}

const REGISTRY = 'registry.terraform.io';
const shared = [
  '/usr/share',
  '/usr/local/share',
  '/usr/lib',
  '/usr/local/lib',
  '/opt',
  '/var/lib',
];

/** The file that Terraform would read itself; one that is named but absent counts as none. */
function configurationOf({ environment, home }: ProviderPlaces) {
  return [environment.TF_CLI_CONFIG_FILE, path.join(home, '.terraformrc')].find(
    file => file && existsSync(file),
  );
}

/** Folders in the order of how near they are to this machine's Terraform. */
function foldersOf(places: ProviderPlaces): string[] {
  const { environment, home, program } = places;
  const beside = path.dirname(program);
  return [
    environment.TF_PLUGIN_DIR,
    environment.TF_PLUGIN_CACHE_DIR,
    path.join(home, '.terraform.d', 'plugins'),
    path.join(home, '.terraform.d', 'plugin-cache'),
    environment.XDG_DATA_HOME ?? path.join(home, '.local', 'share'),
    ...(environment.XDG_DATA_DIRS ?? '').split(path.delimiter),
    beside,
    path.join(beside, '..', 'share'),
    path.join(beside, '..', 'lib'),
    ...(places.shared ?? shared),
  ].filter(folder => folder !== undefined && folder !== '') as string[];
}

async function childrenOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter(entry => entry.isDirectory() || entry.isSymbolicLink())
    .map(entry => path.join(folder, entry.name))
    .sort();
}

const isMirror = (folder: string) => existsSync(path.join(folder, REGISTRY));

/** A mirror is a folder of the list, or lies up to two folders below one that has to do with Terraform. */
async function mirrorIn(folder: string): Promise<string | undefined> {
  if (isMirror(folder)) return folder;
  const children = await childrenOf(folder);
  const direct = children.find(isMirror);
  if (direct) return direct;
  for (const child of children) {
    if (!/terraform|tf|provider|plugin/i.test(path.basename(child))) continue;
    const found = (await childrenOf(child)).find(isMirror);
    if (found) return found;
  }
  return undefined;
}

/**
 * Where Terraform gets provider plugins from on this machine, the nearest first: its own
 * CLI configuration, else a folder that holds `registry.terraform.io`, else the network.
 */
export async function findProviders(
  places: ProviderPlaces,
): Promise<ProviderSource> {
  const configuration = configurationOf(places);
  if (configuration) return { configuration };
  for (const folder of foldersOf(places)) {
    const mirror = await mirrorIn(folder);
    if (mirror) return { mirror };
  }
  return {};
}

/** Providers that a mirror holds, such as `registry.terraform.io/hashicorp/aws`. */
async function providersIn(mirror: string): Promise<string[]> {
  const owners = await childrenOf(path.join(mirror, REGISTRY));
  const providers = await Promise.all(owners.map(childrenOf));
  return providers.flat().map(folder => path.relative(mirror, folder));
}

/** A CLI configuration that takes from the mirror what it holds, and all else from the network. */
export async function toCliConfiguration(mirror?: string): Promise<string> {
  if (!mirror) return '';
  const names = JSON.stringify(await providersIn(mirror));
  return [
    'provider_installation {',
    '  filesystem_mirror {',
    `    path    = ${JSON.stringify(mirror)}`,
    `    include = ${names}`,
    '  }',
    '  direct {',
    `    exclude = ${names}`,
    '  }',
    '}',
    '',
  ].join('\n');
}
