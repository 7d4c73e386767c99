import {
  answersSchema,
  judgeConnectionBudget,
} from '@sovd/plugin-sovd-deploy-common';
import { from010 } from './from010';

const answers = {
  name: 'harbor',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'sandbox',
};

describe('from010', () => {
  it.each([
    [{ backendReplicas: 1 }, { backendMin: 1, backendMax: 10 }],
    [{ backendReplicas: 3 }, { backendMin: 3, backendMax: 10 }],
    [{ backendReplicas: 10 }, { backendMin: 3, backendMax: 10 }],
    [
      { backendReplicas: 20, databaseClass: 'db.t3.medium' },
      { backendMax: 20, databasePoolSize: 11, databaseMaxOverflow: 5 },
    ],
    [
      { backendReplicas: 20, databaseClass: 'db.t3.large' },
      { backendMax: 20, databaseClass: 'db.t3.large' },
    ],
    [
      {},
      { postgresVersion: '15', databaseStorageGb: 50, vpcCidr: '10.0.0.0/16' },
    ],
  ])('makes %j to %j', (early, expected) => {
    const migrated = from010.migrate({ ...answers, ...early });
    expect(migrated).toMatchObject({ ...early, ...expected });
  });

  it.each([1, 3, 10, 11, 20])('lets %i pods find their connections', pods => {
    for (const databaseClass of ['db.t3.medium', 'db.t3.large']) {
      const migrated = answersSchema.parse(
        from010.migrate({ ...answers, databaseClass, backendReplicas: pods }),
      );
      expect(judgeConnectionBudget(migrated, {})).toEqual([]);
    }
  });
});
