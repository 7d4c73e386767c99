import type { SourceRefs } from './SourceRepository';

/**
 * What `git ls-remote` prints for `HEAD` and all tags. An annotated tag comes twice; the
 * second time, with `^{}`, as the commit that it stands for.
 *
 * @returns undefined when there is no commit at all
 */
export function toSourceRefs(text: string): SourceRefs | undefined {
  const commits = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, commit, name] = /^([0-9a-f]{40})\t(\S+)$/.exec(line) ?? [];
    if (commit) commits.set(name.replace(/\^\{\}$/, ''), commit);
  }
  const head = commits.get('HEAD');
  if (!head) return undefined;
  const prefix = 'refs/tags/';
  const tags = [...commits].flatMap(([name, commit]): [string, string][] =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), commit]] : [],
  );
  return { head, tags: new Map(tags) };
}
