import { tagOf, versionOf } from '@sovd/plugin-sovd-deploy-common';
import type { Finding, Release } from '@sovd/plugin-sovd-deploy-common';

/** Says what customers have meanwhile, as far as something was brought back. */
export function withRunning(
  failure: Finding,
  running: Release | undefined,
): Finding {
  if (!running) return failure;
  const version = versionOf(tagOf(running.images));
  const headline = `${failure.headline}; customers are still served by ${version}`;
  return { ...failure, headline };
}
