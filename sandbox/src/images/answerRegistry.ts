import { commitOf, commitOfTag, digestOf } from './imageReference.ts';
import { imageManifest, manifestMediaType } from './imageManifest.ts';
import type { RepositoryTags } from './RepositoryTags.ts';
import { RepositoryUnknownError } from './RepositoryUnknownError.ts';

export interface RegistryAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

// Owner, name and component; a component has no hyphen, a name may have some.
const ROUTE =
  /^\/v2\/([\w.-]+)\/([\w.-]+)-([a-z0-9]+)\/(tags\/list|manifests\/([^/]+))$/;

/** Answers the pull side of the OCI distribution specification 1.1 as far as tags and manifests go. */
export async function answerRegistry(
  method: string,
  target: string,
  tags: RepositoryTags,
): Promise<RegistryAnswer> {
  if (method !== 'GET' && method !== 'HEAD') {
    return failure(405, 'UNSUPPORTED', 'this registry can only be read');
  }
  const url = new URL(target, 'http://localhost');
  if (/^\/v2\/?$/.test(url.pathname)) return json(200, {});
  const [, owner, name, component, what, reference] =
    ROUTE.exec(decode(url.pathname)) ?? [];
  if (!owner || owner.startsWith('.') || name.startsWith('.')) {
    const wanted = '/v2/<owner>/<name>-<component>';
    return failure(404, 'NAME_UNKNOWN', `paths here begin with ${wanted}`);
  }
  try {
    return what === 'tags/list'
      ? tagList(
          `${owner}/${name}-${component}`,
          url,
          await tags.tags(owner, name),
        )
      : await manifest(reference, names => tags.commit(owner, name, names));
  } catch (error) {
    const { message } = error as Error;
    return error instanceof RepositoryUnknownError
      ? failure(404, 'NAME_UNKNOWN', message)
      : failure(503, 'UNAVAILABLE', message);
  }
}

/** Empty for a path whose escapes are none. */
function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}

/** Tags in order; `n` and `last` page as the specification says. */
function tagList(
  name: string,
  { searchParams }: URL,
  all: readonly string[],
): RegistryAnswer {
  const last = searchParams.get('last');
  const rest = last === null ? all : all.filter(tag => tag > last);
  const limit = Number(searchParams.get('n') ?? rest.length);
  const page = rest.slice(0, limit);
  const next = page.length < rest.length && page.at(-1);
  const query = new URLSearchParams({ n: String(limit), last: next || '' });
  return json(
    200,
    { name, tags: page },
    next ? { link: `</v2/${name}/tags/list?${query}>; rel="next"` } : {},
  );
}

/** A reference is a digest, `sha-<commit>`, or a Git tag. */
async function manifest(
  reference: string,
  find: (names: readonly string[]) => Promise<string | undefined>,
): Promise<RegistryAnswer> {
  const exact = reference.startsWith('sha256:')
    ? commitOf(reference)
    : commitOfTag(reference);
  const names = exact ? [exact] : [`refs/tags/${reference}`];
  const commit = await find(names);
  if (!commit) {
    const message = `neither a tag nor a commit is named ${reference}`;
    return failure(404, 'MANIFEST_UNKNOWN', message);
  }
  return {
    status: 200,
    headers: {
      'content-type': manifestMediaType,
      'docker-content-digest': digestOf(commit),
    },
    body: imageManifest(commit),
  };
}

function json(
  status: number,
  body: object,
  headers: Record<string, string> = {},
): RegistryAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

function failure(
  status: number,
  code: string,
  message: string,
): RegistryAnswer {
  return json(status, { errors: [{ code, message }] });
}
