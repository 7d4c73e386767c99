/** An image reference taken apart, as container runtimes do. */
export interface ImageReference {
  /** With its registry: `localhost:15000/sovd/fleet-backend`. */
  readonly repository: string;
  readonly tag: string;
  readonly digest?: string;
}

export function parseReference(image: string): ImageReference {
  const [name = '', digest] = image.split('@');
  // a colon before the last slash belongs to the registry's port
  const colon = name.indexOf(':', name.lastIndexOf('/'));
  const repository = colon < 0 ? name : name.slice(0, colon);
  const tag = colon < 0 ? 'latest' : name.slice(colon + 1);
  return digest === undefined
    ? { repository, tag }
    : { repository, tag, digest };
}

/** The words that `registry/{owner}/{name}-backend` captures of a repository; undefined when it doesn't match. */
export function matchRepository(
  pattern: string,
  repository: string,
): Record<string, string> | undefined {
  const source = pattern.split(/(\{\w+\})/).map(part => {
    const word = /^\{(\w+)\}$/.exec(part);
    return word
      ? `(?<${word[1]}>[^/]+?)`
      : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  const hit = new RegExp(`^${source.join('')}$`).exec(repository);
  return hit ? { ...hit.groups } : undefined;
}

const COMMIT_LENGTH = 40;
const DIGEST_LENGTH = 64;

/**
 * The digest of the image that a commit stands for: the commit, padded. It is reversible, so a pod that is pinned by digest
 * finds its commit without an index.
 */
export function digestOf(commit: string): string {
  return `sha256:${commit.padEnd(DIGEST_LENGTH, '0')}`;
}

/** The commit of a digest that `digestOf` made; undefined for any other. */
export function commitOf(digest: string): string | undefined {
  const [, commit] = /^sha256:([0-9a-f]{40})0{24}$/.exec(digest) ?? [];
  return commit;
}

/** The commit that a tag of the form `sha-<40 hex>` names. */
export function commitOfTag(tag: string): string | undefined {
  const [, commit] =
    new RegExp(`^sha-([0-9a-f]{${COMMIT_LENGTH}})$`).exec(tag) ?? [];
  return commit;
}
