import type { Plan } from '@sovd/plugin-sovd-deploy-common';
import { upgradePlan } from '../__testUtils__/upgradePlan';
import { toPlanSections } from './toPlanSections';

function sectionOf(title: string, plan: Partial<Plan>) {
  return toPlanSections({ ...upgradePlan, ...plan }).find(
    section => section.title === title,
  );
}

function sentencesOf(title: string, plan: Partial<Plan>) {
  return sectionOf(title, plan)?.changes.map(({ sentence }) => sentence);
}

describe('toPlanSections', () => {
  it('names versions as people do, and what is really pulled', () => {
    const [{ to }] = upgradePlan.images;
    const images = [...upgradePlan.images, { component: 'worker', to }];
    expect(sectionOf('Images', { images })?.changes).toEqual([
      {
        sentence: 'backend becomes 2.5.0, now sha-1f0c2ab',
        details: [`registry.test/sovd/fleet-backend:2.5.0@${to.digest}`],
      },
      expect.objectContaining({ sentence: 'worker is new, with 2.5.0' }),
    ]);
  });

  it('has a sentence for each setting', () => {
    expect(sentencesOf('Settings', {})).toEqual([
      'config.logLevel becomes "DEBUG", now "INFO"',
    ]);
  });

  it('says what becomes of objects and cloud resources', () => {
    const fields = [{ path: 'spec.replicas', from: 3, to: 5 }];
    const object = { kind: 'Deployment', name: 'web' };
    expect(
      sectionOf('Kubernetes objects', {
        objects: [
          { ...object, action: 'add', fields: [] },
          { ...object, action: 'change', fields },
          { ...object, action: 'remove', fields: [] },
        ],
      }),
    ).toEqual({
      title: 'Kubernetes objects',
      changes: [
        { sentence: 'Deployment web is added', details: [] },
        {
          sentence: 'Deployment web changes',
          details: ['spec.replicas becomes 5, now 3'],
        },
        { sentence: 'Deployment web is removed', details: [] },
      ],
      notes: ['9 unchanged'],
    });
    const resource = { logicalId: 'Cache', type: 'AWS::X', properties: [] };
    const actions = [
      'add',
      'change',
      'replace',
      'maybe-replace',
      'delete',
    ] as const;
    expect(
      sentencesOf('Infrastructure', {
        infrastructure: actions.map(action => ({ ...resource, action })),
      }),
    ).toEqual([
      'Cache (AWS::X) is added',
      'Cache (AWS::X) changes',
      'Cache (AWS::X) is replaced: what it holds is lost',
      'Cache (AWS::X) may be replaced: then what it holds is lost',
      'Cache (AWS::X) is deleted with what it holds',
    ]);
  });

  const [revision] = upgradePlan.database.pending;
  const database = {
    ...upgradePlan.database,
    pending: [
      revision,
      { ...revision, id: '0004', title: '', safety: 'irreversible' as const },
    ],
    unreadable: [{ file: 'merge.py', reason: 'computed' }],
  };

  it('says which revisions run and what each does to data', () => {
    const details = [
      'add_column vehicle.note',
      'backend/migrations/versions/0003_vehicle_note.py',
    ];
    expect(sectionOf('Database', { database })).toEqual({
      title: 'Database',
      changes: [
        {
          sentence: 'Revision 0003 Add vehicle.note runs: only adds',
          details,
        },
        { sentence: 'Revision 0004 runs: loses data for good', details },
      ],
      notes: ["merge.py can't be read without running it: computed"],
    });
  });

  it('takes no revision back for a rollback', () => {
    const request = { kind: 'rollback' as const, input: { revision: 4 } };
    expect(sectionOf('Database', { database, request })).toEqual({
      title: 'Database',
      changes: [],
      notes: [
        'Revision 0003 Add vehicle.note stays: only adds',
        'Revision 0004 stays: loses data for good',
        "merge.py can't be read without running it: computed",
      ],
    });
  });
});
