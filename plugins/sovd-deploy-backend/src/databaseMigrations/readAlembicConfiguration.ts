import path from 'node:path';
import { parse } from 'smol-toml';
import { z } from 'zod/v4';
import { readIniSection } from './readIniSection';

/** Where Alembic finds revisions, as paths in the repository. */
export interface AlembicConfiguration {
  folders: readonly string[];
  /** Whether folders within them count. */
  recursive: boolean;
}

const tomlSchema = z.object({
  tool: z.object({
    alembic: z.object({
      script_location: z.string().optional(),
      version_locations: z.array(z.string()).optional(),
      recursive_version_locations: z.boolean().optional(),
    }),
  }),
});
type TomlOptions = z.infer<typeof tomlSchema>['tool']['alembic'];

/** Words of `path_separator`; the image runs on Linux, so `os` is a colon. */
const SEPARATORS: Record<string, string> = {
  space: ' ',
  newline: '\n',
  os: ':',
  ':': ':',
  ';': ';',
};

/**
 * Reads where the revisions are, by Alembic's own rules: `alembic.ini` goes before
 * `[tool.alembic]` of `pyproject.toml`.
 *
 * @param root - folder of both files in the repository, and the one Alembic is started in
 * @param texts - undefined for a file that isn't there
 * @returns a sentence when it can't be known
 */
export function readAlembicConfiguration(
  root: string,
  texts: { ini?: string; toml?: string },
): AlembicConfiguration | string {
  const ini = readIniSection(texts.ini ?? '', 'alembic', { here: root });
  if (typeof ini === 'string') return ini;
  const toml = readToml(texts.toml ?? '');
  if (typeof toml === 'string') return toml;
  const script =
    ini.get('script_location') ?? hereIn(toml.script_location, root);
  if (!script) {
    return 'script_location is missing in alembic.ini and in pyproject.toml';
  }
  const locations = versionLocations(ini, toml, root);
  if (typeof locations === 'string') return locations;
  const recursive = ini.has('recursive_version_locations')
    ? ini.get('recursive_version_locations') === 'true'
    : toml.recursive_version_locations === true;
  const folders: string[] = [];
  for (const location of locations ?? [`${script}/versions`]) {
    const folder = toFolder(location, root);
    if (!folder) return `${location} isn't a folder of the repository`;
    if (!folders.includes(folder)) folders.push(folder);
  }
  return { folders, recursive };
}

function readToml(text: string): TomlOptions | string {
  try {
    return tomlSchema.safeParse(parse(text)).data?.tool.alembic ?? {};
  } catch (error) {
    const [line] = String(error).split('\n');
    return `pyproject.toml can't be read: ${line}`;
  }
}

function hereIn(value: string | undefined, root: string): string | undefined {
  return value?.split('%(here)s').join(root).split('%%').join('%');
}

function versionLocations(
  ini: ReadonlyMap<string, string>,
  toml: TomlOptions,
  root: string,
): string[] | string | undefined {
  const text = ini.get('version_locations');
  if (!text) {
    return toml.version_locations?.map(value => hereIn(value, root) ?? '');
  }
  const word = ini.get('path_separator') ?? ini.get('version_path_separator');
  const separator = word === undefined ? /, *| +/ : SEPARATORS[word];
  if (!separator) return `path_separator "${word}" isn't known to Alembic`;
  return text
    .split(separator)
    .map(part => part.trim())
    .filter(Boolean);
}

/** `package:folder` is a folder of a package, which stands in the root. */
function toFolder(location: string, root: string): string | undefined {
  if (location.includes('%(') || path.posix.isAbsolute(location)) {
    return undefined;
  }
  const [first, ...rest] = location.split(':');
  const relative =
    rest.length > 0 ? [first.split('.').join('/'), ...rest].join('/') : first;
  const inRoot = relative === root || relative.startsWith(`${root}/`);
  const folder = path.posix.normalize(
    inRoot ? relative : `${root}/${relative}`,
  );
  return folder.startsWith('..') ? undefined : folder.replace(/\/$/, '');
}
