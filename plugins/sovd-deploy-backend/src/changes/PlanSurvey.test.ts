import { testImage, testRepository } from '../__testUtils__/testRepository';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { FakeReleaseRenderer } from '../releases/FakeReleaseRenderer';
import { HelmError } from '../releases/HelmError';
import { FakeStackProvisioner } from '../stacks/FakeStackProvisioner';
import { settle } from '../__testUtils__/stackProvisionerContract';
import type { ChangeWork } from './ChangeWork';
import { PlanSurvey } from './PlanSurvey';

const environment = proposeEnvironment();
const { signal } = new AbortController();
const commit = 'c'.repeat(40);
const outputs = { databaseHost: 'fleet-staging.database.example' };
const template = 'infrastructure/cloudformation/main.yaml';
const files = {
  [template]: 'new template',
  'infrastructure/cloudformation/parameters/staging.json': '[]',
  'infrastructure/k8s/bootstrap/staging/namespace.yaml':
    'apiVersion: v1\nkind: Namespace\nmetadata: { name: fleet-staging }\n',
};

async function setUp(
  work: Partial<ChangeWork> = {},
  given: Record<string, string> = files,
) {
  const provisioner = new FakeStackProvisioner();
  const request = { environment, template: 'old', parameters: {} };
  await settle(provisioner, { ...request, changeId: '1' });
  const folder = await testRepository(given);
  const survey = new PlanSurvey({
    environment,
    work: {
      kind: 'upgrade',
      commit,
      environmentCommit: commit,
      images: [testImage('v1.0.0')],
      migrate: true,
      values: {},
      files: {},
      ...work,
    },
    tree: { commit, folder, dispose: async () => {} },
    signal,
  });
  return { provisioner, survey };
}

describe('PlanSurvey', () => {
  it("renders with the image, the stack's outputs, and without a migration that may not run", async () => {
    const { survey } = await setUp({ migrate: false });
    const { value } = await survey.render(new FakeReleaseRenderer(), outputs);
    expect(value?.values).toMatchObject({
      backend: { image: { tag: 'v1.0.0' } },
      config: { database: { host: 'fleet-staging.database.example' } },
      migration: { enabled: false },
    });
  });

  it("gives Helm's own words when the chart refuses", async () => {
    const { survey } = await setUp();
    const renderer = new FakeReleaseRenderer();
    const words = "values don't meet the specifications of the schema(s)";
    renderer.refuse(words);
    expect(await survey.render(renderer, outputs)).toEqual({
      findings: [
        expect.objectContaining({
          rule: 'release-refused',
          severity: 'blocker',
          cause: words,
        }),
      ],
    });
  });

  it('takes a cluster that is away for no refusal', async () => {
    const { survey } = await setUp();
    const render = async () => {
      throw new HelmError('Kubernetes cluster unreachable');
    };
    await expect(survey.render({ render }, outputs)).rejects.toThrow(
      'unreachable',
    );
  });

  it('previews the stack with the template of the commit', async () => {
    const { provisioner, survey } = await setUp();
    expect(await survey.previewStack(provisioner)).toMatchObject({
      value: {
        template: 'new template',
        parameters: {},
        changes: [{ action: 'change' }],
        unsettled: [],
      },
      findings: [],
    });
  });

  it('names a file of the stack that is missing', async () => {
    const { [template]: _template, ...rest } = files;
    const { provisioner, survey } = await setUp({}, rest);
    expect(await survey.previewStack(provisioner)).toEqual({
      findings: [
        expect.objectContaining({
          rule: 'stack-refused',
          cause: expect.stringContaining(template),
        }),
      ],
    });
  });

  it("reads the namespace's first objects", async () => {
    const { survey } = await setUp();
    expect(await survey.readBootstrap()).toMatchObject({
      value: [{ kind: 'Namespace' }],
    });
  });

  it.each(['scale', 'restart'] as const)(
    'looks at neither stack nor namespace to %s',
    async kind => {
      const { provisioner, survey } = await setUp({ kind });
      const nothing = { findings: [] };
      expect(await survey.previewStack(provisioner)).toEqual(nothing);
      expect(await survey.readBootstrap()).toEqual(nothing);
    },
  );
});
