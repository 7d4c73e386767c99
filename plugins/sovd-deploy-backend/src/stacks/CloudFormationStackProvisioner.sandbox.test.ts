import { DeleteStackCommand } from '@aws-sdk/client-cloudformation';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { CloudFormationClients } from './CloudFormationClients';
import { CloudFormationStackProvisioner } from './CloudFormationStackProvisioner';
import {
  stackProvisionerContract,
  settle,
} from '../__testUtils__/stackProvisionerContract';
import { testEnvironment } from '../__testUtils__/testEnvironment';

const endpoint = process.env.SANDBOX_AWS_URL;

// at its default pace the sandbox takes its time, as AWS does
jest.setTimeout(120_000);

function templateOf(retention: number): string {
  return JSON.stringify({
    Resources: {
      Logs: {
        Type: 'AWS::Logs::LogGroup',
        Properties: { RetentionInDays: retention },
      },
      Topic: {
        Type: 'AWS::SNS::Topic',
        Properties: { DisplayName: { Ref: 'Logs' } },
      },
    },
    Outputs: { DatabaseHost: { Value: { Ref: 'Logs' } } },
  });
}

async function setFaults(faults: object): Promise<void> {
  const answer = await fetch(`${endpoint}/sandbox-api/faults`, {
    method: 'PUT',
    body: JSON.stringify(faults),
  });
  expect(answer.ok).toBe(true);
}

describe('CloudFormationStackProvisioner on the sandbox', () => {
  const clients = new CloudFormationClients({
    endpointOf: () => endpoint,
    credentials: {
      getCredentialProvider: async () => ({
        sdkCredentialProvider: async () => ({
          accessKeyId: 'test',
          secretAccessKey: 'test',
        }),
      }),
    },
  });
  const provisioner = new CloudFormationStackProvisioner({ clients });
  const environments: Environment[] = [];
  const run = Date.now().toString(36);
  let count = 0;
  const setUp = async () => {
    const environment = testEnvironment(`c${run}${(count += 1)}`);
    environments.push(environment);
    return {
      provisioner,
      environment,
      template: templateOf(7),
      changedTemplate: templateOf(14),
      failNext: async () => {
        const reason = 'Resource limit exceeded';
        await setFaults({ fail: { Topic: { reason, times: 1 } } });
        return `Topic (AWS::SNS::Topic): ${reason}`;
      },
    };
  };

  beforeAll(() => {
    if (!endpoint) throw new Error('SANDBOX_AWS_URL is not set');
  });
  afterEach(() => setFaults({}));
  afterAll(async () => {
    for (const environment of environments) {
      const client = await clients.for(environment);
      const { stackName: StackName } = environment;
      await client.send(new DeleteStackCommand({ StackName }));
    }
  });

  stackProvisionerContract(setUp);

  it('tells resource events in the order in which they happened', async () => {
    const { environment, template } = await setUp();
    const told: string[] = [];
    await settle(
      provisioner,
      { environment, template, parameters: {}, changeId: 'c1' },
      told,
    );
    const at = (text: string) => told.findIndex(line => line.includes(text));
    expect(at('Logs (AWS::Logs::LogGroup) CREATE_IN_PROGRESS')).toBeGreaterThan(
      -1,
    );
    expect(at('Logs (AWS::Logs::LogGroup) CREATE_COMPLETE')).toBeLessThan(
      at('Topic (AWS::SNS::Topic) CREATE_COMPLETE'),
    );
    expect(told[told.length - 1]).toContain('CREATE_COMPLETE');
  });

  it('names the first cause of a failed update, which leaves the stack ready', async () => {
    const scene = await setUp();
    const { environment, template, changedTemplate } = scene;
    const request = { environment, parameters: {} };
    await settle(provisioner, { ...request, template, changeId: 'c1' });
    await setFaults({
      fail: { 'Update:Logs': { reason: 'Not now', times: 1 } },
    });
    const failed = await settle(provisioner, {
      ...request,
      template: changedTemplate,
      changeId: 'c2',
    });
    expect(failed).toMatchObject({
      state: 'failed',
      cause: 'Logs (AWS::Logs::LogGroup): Not now',
    });
    expect(await provisioner.read(environment)).toMatchObject({
      phase: 'ready',
      providerStatus: 'UPDATE_ROLLBACK_COMPLETE',
      cause: 'Logs (AWS::Logs::LogGroup): Not now',
    });
  });

  it('waits while AWS throttles', async () => {
    const { environment, template } = await setUp();
    await setFaults({ throttle: 3 });
    const { signal } = new AbortController();
    const request = { environment, template, parameters: {}, changeId: 'c1' };
    const first = await provisioner.advance(request, {}, () => {}, signal);
    expect(first).toMatchObject({
      state: 'waiting',
      summary: expect.stringMatching(/^CloudFormation can't be asked now: ./),
    });
    expect((await settle(provisioner, request)).state).toBe('succeeded');
  });

  it('makes a stack of a template that is too large for a request', async () => {
    const { environment, template } = await setUp();
    const large = `# ${'x'.repeat(51_200)}\n${template}`;
    const request = { environment, template: large, parameters: {} };
    const made = await settle(provisioner, { ...request, changeId: 'c1' });
    expect(made).toMatchObject({ state: 'succeeded' });
    const changed = large.replace('":7', '":14');
    const { signal } = new AbortController();
    expect(
      await provisioner.preview({ ...request, template: changed }, signal),
    ).toMatchObject({
      state: 'previewed',
      changes: [{ logicalId: 'Logs', action: 'change' }],
    });
  });

  it('gives the refusal of a template that is wrong', async () => {
    const { environment } = await setUp();
    const failed = await settle(provisioner, {
      environment,
      template: '{"Resources": {"A": {"Type": "AWS::Nothing::Here"}}}',
      parameters: {},
      changeId: 'c1',
    });
    expect(failed).toMatchObject({
      state: 'failed',
      cause: expect.stringContaining('AWS::Nothing::Here'),
    });
  });
});
