/**
 * Waits for what no event tells.
 *
 * @throws after half a minute, with what there was instead
 */
export async function until(
  condition: () => boolean,
  instead: () => string = () => `${condition}`,
): Promise<void> {
  for (const end = Date.now() + 30_000; !condition(); ) {
    if (Date.now() > end) throw new Error(`It never came: ${instead()}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
