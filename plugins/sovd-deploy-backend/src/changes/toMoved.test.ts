import type { Plan, PlannedRevision } from '@sovd/plugin-sovd-deploy-common';
import { plannedChange } from '../__testUtils__/testPlan';
import { planSections } from './planSections';
import { toMoved } from './toMoved';

function moved(plan: Partial<Plan>, fingerprints = {}) {
  const before = plannedChange();
  const after = {
    plan: { ...before.plan, ...plan },
    fingerprints: { ...before.fingerprints, ...fingerprints },
  };
  return toMoved(before, after);
}

const { plan } = plannedChange();
const revision: PlannedRevision = {
  id: '0003',
  title: 'Add a note',
  file: 'backend/alembic/versions/0003.py',
  safety: 'expand',
  operations: ['add_column vehicle.note'],
};

describe('toMoved', () => {
  it('finds nothing between equal plans, whenever they were made', () => {
    expect(moved({ createdAt: '2027-01-01T00:00:00.000Z' })).toEqual([]);
  });

  it.each<[string, Partial<Plan>, string]>([
    [
      'the commit',
      { commit: 'd'.repeat(40) },
      'source: commit (ccccccc → ddddddd)',
    ],
    [
      'what runs now',
      { fromVersion: 'v0.9.0' },
      'source: what runs now (v1.0.0 → v0.9.0)',
    ],
    [
      'an image',
      {
        images: [
          { ...plan.images[0], to: { ...plan.images[0].to, tag: 'v9' } },
        ],
      },
      'images: backend',
    ],
    [
      'a value',
      { values: [...plan.values, { path: 'config.logLevel', to: 'DEBUG' }] },
      'values: config.logLevel',
    ],
    ['a value that is no longer changed', { values: [] }, 'values: image.tag'],
    [
      'an object',
      {
        objects: [
          { kind: 'ConfigMap', name: 'fleet', action: 'add', fields: [] },
        ],
      },
      'objects: ConfigMap fleet',
    ],
    [
      'the database',
      { database: { ...plan.database, current: ['0002'] } },
      'database: current (0001 → 0002)',
    ],
    [
      'a pending revision',
      { database: { ...plan.database, pending: [revision] } },
      'database: revision 0003',
    ],
    [
      'a cloud resource',
      {
        infrastructure: [
          {
            logicalId: 'Database',
            type: 'AWS::RDS::DBInstance',
            action: 'change',
            properties: [],
          },
        ],
      },
      'infrastructure: Database',
    ],
  ])('names %s', (_, after, name) => {
    expect(moved(after)).toEqual([name]);
  });

  it.each([...planSections])(
    'names %s by its checksum when the plan shows no difference',
    section => {
      expect(moved({}, { [section]: 'other' })).toEqual([section]);
    },
  );

  it('names everything that moved, in the order of the plan', () => {
    expect(
      moved({ values: [], commit: 'd'.repeat(40) }, { bootstrap: 'other' }),
    ).toEqual([
      'source: commit (ccccccc → ddddddd)',
      'values: image.tag',
      'bootstrap',
    ]);
  });
});
