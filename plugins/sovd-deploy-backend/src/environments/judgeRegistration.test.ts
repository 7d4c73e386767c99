import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { judgeRegistration } from './judgeRegistration';
import { proposeEnvironment } from '../__testUtils__/testTarget';

const namesake = proposeEnvironment();
const siblings = [namesake];
const { answers } = namesake;

function create(phase: Change['phase']): Change {
  return {
    id: '1',
    environmentRef: namesake.entityRef,
    kind: 'create',
    phase,
    stages: [],
    requestedBy: 'user:default/ann',
    createdAt: '2026-11-21T10:00:00.000Z',
  };
}

describe('judgeRegistration', () => {
  it('leaves room for a new name', () => {
    expect(judgeRegistration(answers, { siblings: [] })).toEqual([]);
  });

  it.each([undefined, create('failed'), create('aborted')])(
    'lets the same answers run again when the latest change is %p',
    latest => {
      expect(
        judgeRegistration(answers, { namesake, latest, siblings }),
      ).toEqual([]);
    },
  );

  it('refuses an environment that exists, naming its owner and its page', () => {
    const latest = create('succeeded');
    expect(judgeRegistration(answers, { namesake, latest, siblings })).toEqual([
      {
        rule: 'name-taken',
        severity: 'blocker',
        headline: 'fleet-staging already exists',
        cause:
          'It belongs to group:default/platform and was created on 2026-11-21.',
        nextSteps: [
          {
            label: 'Look at fleet-staging',
            href: '/catalog/default/resource/fleet-staging',
          },
          { label: 'Choose another name' },
        ],
        fields: ['name', 'environment'],
      },
    ]);
  });

  it('refuses one that is being created', () => {
    const latest = create('running');
    const [finding] = judgeRegistration(answers, {
      namesake,
      latest,
      siblings,
    });
    expect(finding).toMatchObject({
      rule: 'name-taken',
      cause:
        'It belongs to group:default/platform and is being created at this moment, as user:default/ann asked.',
    });
  });

  it('refuses other answers after a failure, naming what differs', () => {
    const other = { ...answers, owner: 'group:default/b', backendReplicas: 2 };
    const latest = create('failed');
    const [finding] = judgeRegistration(other, { namesake, latest, siblings });
    expect(finding.rule).toBe('name-taken');
    expect(finding.cause).toContain('Different are: owner, backendReplicas.');
  });

  it('refuses another environment of an application of somebody else', () => {
    const other = {
      ...answers,
      environment: 'prod',
      owner: 'group:default/other',
    };
    expect(judgeRegistration(other, { siblings })).toMatchObject([
      {
        rule: 'application-owner',
        headline: 'fleet belongs to group:default/platform',
      },
    ]);
    const same = { ...answers, environment: 'prod' };
    expect(judgeRegistration(same, { siblings })).toEqual([]);
  });
});
