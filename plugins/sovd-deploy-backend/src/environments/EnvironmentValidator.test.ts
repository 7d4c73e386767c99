import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { EnvironmentValidator } from './EnvironmentValidator';
import { FakeSourceRepository } from './FakeSourceRepository';
import {
  proposeEnvironment,
  testAnswers,
  testTarget,
} from '../__testUtils__/testTarget';

const url = 'http://localhost:15930/sovd/fleet';

interface Given {
  phase?: Change['phase'];
  now?: string;
}

function setUp({ phase, now = '2026-01-01' }: Given = {}) {
  const sources = new FakeSourceRepository();
  const registered = phase ? [proposeEnvironment()] : [];
  const validator = new EnvironmentValidator({
    targets: [testTarget],
    sources,
    now: () => new Date(now),
    registry: {
      find: async () => undefined,
      listOfApplication: async () => registered,
    },
    latestChange: async () => ({
      id: '1',
      environmentRef: 'resource:default/fleet-staging',
      kind: 'create',
      phase: phase ?? 'running',
      stages: [],
      requestedBy: 'user:default/ann',
      createdAt: '2026-11-21T10:00:00.000Z',
    }),
  });
  const rules = async (answers: unknown) =>
    (await validator.validate(answers)).findings.map(({ rule }) => rule);
  return { rules, sources, validator };
}

describe('EnvironmentValidator', () => {
  it('says what a run would make', async () => {
    const { validator } = setUp();
    await expect(validator.validate(testAnswers())).resolves.toEqual({
      findings: [],
      answers: proposeEnvironment().answers,
      environmentName: 'fleet-staging',
      target: expect.objectContaining({ name: 'sandbox', cluster: 'embedded' }),
      repository: {
        state: 'new',
        url,
        repoUrl: 'localhost:15930?owner=sovd&repo=fleet',
      },
    });
  });

  it('completes answers with what the target offers, and refuses what it lacks', async () => {
    const { rules, validator } = setUp();
    const { answers } = await validator.validate(testAnswers());
    expect(answers).toMatchObject({ monitoring: false, networkPolicy: true });
    await expect(rules(testAnswers({ monitoring: true }))).resolves.toEqual([
      'add-on-monitoring',
    ]);
  });

  it('reckons with the day', async () => {
    const { rules } = setUp({ now: '2027-12-01' });
    await expect(
      rules(testAnswers({ postgresVersion: '15' })),
    ).resolves.toEqual(['postgres-version']);
  });

  it("keeps the networks of the application's other environments free", async () => {
    const { rules, validator } = setUp({ phase: 'succeeded' });
    const further = testAnswers({ environment: 'dev' });
    const { answers } = await validator.validate(further);
    expect(proposeEnvironment().answers.vpcCidr).toBe('10.0.0.0/16');
    expect(answers?.vpcCidr).toBe('10.1.0.0/16');
    await expect(
      rules({ ...further, vpcCidr: '10.0.16.0/20' }),
    ).resolves.toEqual(['network-overlap']);
    const targets = await validator.targetsFor(further);
    expect(
      validator.propose(further, 'user:default/ann', targets)?.answers,
    ).toEqual(answers);
    // its own network is no obstacle to an environment that is created again
    const again = setUp({ phase: 'failed' });
    await expect(again.rules(testAnswers())).resolves.toEqual([]);
  });

  it('refuses a namespace and other names of a caller', async () => {
    const { rules, validator } = setUp();
    const foreign = { ...testAnswers(), namespace: 'kube-system', stack: 'x' };
    await expect(rules(foreign)).resolves.toEqual(['shape', 'shape']);
    expect(validator.propose(foreign, 'user:default/ann')).toBeUndefined();
  });

  it('asks nobody about answers that cannot be read', async () => {
    const { sources, validator } = setUp();
    const stateOf = jest.spyOn(sources, 'stateOf');
    const validation = await validator.validate({ name: 'X' });
    expect(validation.answers).toBeUndefined();
    expect(validation.findings.length).toBeGreaterThan(1);
    expect(stateOf).not.toHaveBeenCalled();
  });

  it('has no repository for a target that does not exist', async () => {
    const { validator } = setUp();
    const validation = await validator.validate(
      testAnswers({ target: 'moon' }),
    );
    expect(validation.repository).toBeUndefined();
    expect(validation.findings.map(({ rule }) => rule)).toEqual(['target']);
    expect(
      validator.propose(testAnswers({ target: 'moon' }), 'a'),
    ).toBeUndefined();
  });

  it('puts the findings of rules, registry and Git host together', async () => {
    const { rules, sources } = setUp({ phase: 'succeeded' });
    sources.push(url, { 'README.md': 'Somebody else' });
    await expect(rules(testAnswers({ backendMax: 11 }))).resolves.toEqual([
      'connection-budget',
      'name-taken',
      'repository-foreign',
    ]);
  });

  it('lets a failed creation run again into its own repository', async () => {
    const { rules, sources } = setUp({ phase: 'failed' });
    sources.push(url, { '.sovd-template.yaml': 'application: fleet\n' });
    await expect(rules(testAnswers())).resolves.toEqual([]);
  });
});
