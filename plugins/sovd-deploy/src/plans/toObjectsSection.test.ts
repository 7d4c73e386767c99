import type { ObjectChange } from '@sovd/plugin-sovd-deploy-common';
import { toObjectsSection } from './toObjectsSection';

const object = (
  action: ObjectChange['action'],
  kind = 'ConfigMap',
  path = 'data.LEVEL',
): ObjectChange => ({ kind, name: 'web', action, fields: [{ path, to: 1 }] });

describe('toObjectsSection', () => {
  it.each<[ObjectChange[], number, string, string]>([
    [[], 9, 'none', 'Every Kubernetes object stays as it is.'],
    [[object('change')], 1, 'quiet', '1 changes, 1 stays as it is.'],
    [
      [object('add'), object('add'), object('change')],
      0,
      'quiet',
      '2 are added, 1 changes.',
    ],
    [[object('remove')], 7, 'look', '1 is removed, 7 stay as they are.'],
    [
      [object('change', 'Deployment', 'spec.template.spec')],
      0,
      'quiet',
      '1 changes. New pods replace those of web.',
    ],
    // Another number of pods leaves those that run alone.
    [
      [object('change', 'Deployment', 'spec.replicas')],
      0,
      'quiet',
      '1 changes.',
    ],
  ])('case %#', (objects, unchangedObjects, level, sentence) => {
    expect(toObjectsSection({ objects, unchangedObjects })).toMatchObject({
      level,
      sentence,
    });
  });
});
