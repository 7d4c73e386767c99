import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { testCredentials } from '../__testUtils__/testCloud';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { CloudFormationClients } from './CloudFormationClients';

const fleet = testEnvironment('fleet');
const getCredentialProvider = jest.fn<
  ReturnType<AwsCredentialsManager['getCredentialProvider']>,
  Parameters<AwsCredentialsManager['getCredentialProvider']>
>();
const clientsAt = (endpoint?: string) =>
  new CloudFormationClients({
    credentials: { getCredentialProvider },
    endpointOf: () => endpoint,
  });

beforeEach(() => {
  getCredentialProvider.mockReset();
  getCredentialProvider.mockImplementation(
    testCredentials.getCredentialProvider,
  );
});

describe('CloudFormationClients', () => {
  it("makes a client of the environment's region, account and endpoint", async () => {
    const client = await clientsAt('http://localhost:15920').for(fleet);
    expect(await client.config.region()).toBe('us-east-1');
    expect(await client.config.endpoint?.()).toMatchObject({
      hostname: 'localhost',
      port: 15920,
    });
    expect(await client.config.credentials()).toMatchObject({
      accessKeyId: 'a',
      secretAccessKey: 's',
    });
    expect(await client.config.maxAttempts()).toBe(2);
    expect(getCredentialProvider).toHaveBeenCalledWith({
      accountId: '123456789012',
    });
  });

  it('leaves the endpoint to the region when the target names none', async () => {
    const client = await clientsAt().for(fleet);
    expect(client.config.endpoint).toBeUndefined();
  });

  it('shares one client within an account and region, also when asked at once', async () => {
    const clients = clientsAt();
    const [one, other] = await Promise.all([
      clients.for(fleet),
      clients.for(testEnvironment('other')),
    ]);
    expect(other).toBe(one);
    expect(getCredentialProvider).toHaveBeenCalledTimes(1);
  });

  it.each([{ accountId: '210987654321' }, { region: 'eu-central-1' }])(
    'shares none with %j',
    async elsewhere => {
      const clients = clientsAt();
      const one = await clients.for(fleet);
      expect(await clients.for({ ...fleet, ...elsewhere })).not.toBe(one);
      expect(getCredentialProvider).toHaveBeenCalledTimes(2);
    },
  );

  it('shares none with another endpoint', async () => {
    const endpoints = ['http://localhost:1', 'http://localhost:2'];
    const clients = new CloudFormationClients({
      credentials: { getCredentialProvider },
      endpointOf: () => endpoints.shift(),
    });
    expect(await clients.for(fleet)).not.toBe(await clients.for(fleet));
  });

  it('asks again for a credential that could not be had', async () => {
    getCredentialProvider.mockRejectedValueOnce(new Error('No such profile'));
    const clients = clientsAt();
    await expect(clients.for(fleet)).rejects.toThrow('No such profile');
    await expect(clients.for(fleet)).resolves.toBeDefined();
  });
});
