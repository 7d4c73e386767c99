import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { EnvironmentValidator } from './EnvironmentValidator';
import { FakeSourceRepository } from './FakeSourceRepository';
import {
  proposeEnvironment,
  testAnswers,
  testTarget,
} from '../__testUtils__/testTarget';

const url = 'http://localhost:15930/sovd/fleet';

function setUp({ phase }: { phase?: Change['phase'] } = {}) {
  const sources = new FakeSourceRepository();
  const registered = phase ? [proposeEnvironment()] : [];
  const validator = new EnvironmentValidator({
    targets: [testTarget],
    sources,
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
    await expect(rules(testAnswers({ backendReplicas: 20 }))).resolves.toEqual([
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
