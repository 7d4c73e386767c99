/** Pairs of container path and the folder that stands for it on this machine. */
export type PathMap = ReadonlyArray<
  readonly [container: string, local: string]
>;

/**
 * Maps a container path, or each element of a `:` list of them, to this machine; everything else is returned as it is.
 * A process has no mount namespace here, so `/app/alembic.ini` must become the checkout's file.
 */
export function mapPaths(value: string, map: PathMap): string {
  const longestFirst = [...map].sort(([a], [b]) => b.length - a.length);
  const one = (path: string) => {
    const hit = longestFirst.find(
      ([from]) => path === from || path.startsWith(`${from}/`),
    );
    return hit ? hit[1] + path.slice(hit[0].length) : path;
  };
  return value.startsWith('/') ? value.split(':').map(one).join(':') : value;
}
