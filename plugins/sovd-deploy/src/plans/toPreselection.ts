import { versionOf } from '@sovd/plugin-sovd-deploy-common';
import type { Version } from '@sovd/plugin-sovd-deploy-common';
import { isChoosable } from './toVersionVerdict';

/**
 * The version that most people come for: the one that brought them here, or else the newest
 * that can be chosen and hasn't failed here.
 *
 * @param wanted - a tag
 */
export function toPreselection(
  versions: Version[],
  wanted?: string,
): string | undefined {
  const choosable = versions.filter(isChoosable);
  const meant = choosable.find(({ tag }) => tag === wanted);
  const fresh = choosable.find(({ history }) => history?.result !== 'failed');
  return (meant ?? fresh ?? choosable[0])?.tag;
}

/** Why the version that brought a person here isn't the one that is chosen. */
export function toWantedNote(
  versions: Version[],
  wanted?: string,
): string | undefined {
  if (!wanted) return undefined;
  const version = versions.find(({ tag }) => tag === wanted);
  const name = versionOf(wanted);
  if (!version) {
    return `${name} isn't among the images that this environment can run: its target has another registry, or the image was deleted.`;
  }
  if (version.running) return `${name} runs here already.`;
  return version.blockedReason
    ? `${name} can't be chosen: ${version.blockedReason}.`
    : undefined;
}
