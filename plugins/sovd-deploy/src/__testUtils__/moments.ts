/** A moment as it stands on the wire, so many seconds before now: fixtures never grow old. */
export function ago(seconds: number): string {
  return new Date(Date.now() - seconds * 1000).toISOString();
}
