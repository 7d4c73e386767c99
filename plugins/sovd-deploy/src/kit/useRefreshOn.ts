import { useEffect, useRef } from 'react';

/** Refreshes when a version becomes another one; the first came with the page. */
export function useRefreshOn(
  version: string | undefined,
  refresh: () => void,
): void {
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current && version !== seen.current) refresh();
    seen.current = version;
  }, [version, refresh]);
}
