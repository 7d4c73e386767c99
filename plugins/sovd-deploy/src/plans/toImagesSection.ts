import { versionOf } from '@sovd/plugin-sovd-deploy-common';
import type { ImageChange, Plan } from '@sovd/plugin-sovd-deploy-common';
import { capitalized, counted, listed } from '../kit/counted';
import type { PlanRow, PlanSection } from './PlanSection';
import { shortDigest } from './shortDigest';

function isPushedAgain({ from, to }: ImageChange): boolean {
  return from?.tag === to.tag && from.digest !== to.digest;
}

function sentenceOf({ component, from, to }: ImageChange): string {
  const version = versionOf(to.tag);
  if (!from) return `${component} is new, with ${version}`;
  const before = versionOf(from.tag);
  return `${component} becomes ${version}, now ${before}`;
}

function rowOf(image: ImageChange): PlanRow {
  const { component, from, to } = image;
  return {
    kind: from ? 'change' : 'add',
    subject: component,
    detail: to.repository,
    fields: [
      { path: 'tag', before: from?.tag, after: to.tag },
      {
        path: 'digest',
        before: from && shortDigest(from.digest),
        after: shortDigest(to.digest),
      },
    ],
  };
}

/** What code runs afterwards. */
export function toImagesSection({ images }: Pick<Plan, 'images'>): PlanSection {
  const count = counted(images.length, 'image');
  if (images.length === 0) {
    const sentence = 'Every image stays as it is.';
    return { id: 'images', level: 'none', sentence, rows: [] };
  }
  const again = images.filter(isPushedAgain);
  const warned = again.length
    ? ` ${listed(
        again.map(({ to }) => versionOf(to.tag)),
      )} was pushed again: its tag is the same, its code is not.`
    : '';
  return {
    id: 'images',
    count,
    level: again.length ? 'look' : 'quiet',
    sentence: `${capitalized(images.map(sentenceOf).join('; '))}.${warned}`,
    rows: images.map(rowOf),
  };
}
