import { createMockDirectory } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { readStackSource } from './readStackSource';

const template = 'infrastructure/cloudformation/main.yaml';
const access = 'environments/staging/access.json';
const parameters = 'infrastructure/cloudformation/parameters/staging.json';

describe('readStackSource', () => {
  const folder = createMockDirectory();
  const environment = proposeEnvironment();

  it('reads the template as it is and the parameters by key', async () => {
    folder.setContent({
      [template]: 'Resources: {}\n',
      [parameters]: JSON.stringify([
        { ParameterKey: 'NamePrefix', ParameterValue: 'fleet-staging' },
        { ParameterKey: 'DatabaseClass', ParameterValue: 'db.t3.medium' },
      ]),
    });
    await expect(readStackSource(folder.path, environment)).resolves.toEqual({
      template: 'Resources: {}\n',
      parameters: {
        NamePrefix: 'fleet-staging',
        DatabaseClass: 'db.t3.medium',
      },
    });
  });

  it('opens the cluster as the team says', async () => {
    folder.setContent({
      [template]: 'Resources: {}\n',
      [parameters]: '[]',
      [access]: JSON.stringify({
        apiCidrs: ['203.0.113.0/24', '198.51.100.7/32'],
        adminRole: 'arn:aws:iam::123456789012:role/platform',
      }),
    });
    const source = await readStackSource(folder.path, environment);
    expect(source.parameters).toEqual({
      ApiAccessCidrs: '203.0.113.0/24,198.51.100.7/32',
      ClusterAdminRole: 'arn:aws:iam::123456789012:role/platform',
    });
  });

  it('lets nothing else be said there, and no answer be overruled', async () => {
    folder.setContent({
      [template]: 'x',
      [parameters]: '[]',
      [access]: '{"NodesMax": "20"}',
    });
    await expect(readStackSource(folder.path, environment)).rejects.toThrow(
      `${access} has to be an object with apiCidrs`,
    );
  });

  it.each([
    ['the template is missing', {}, template],
    ['the parameters are missing', { [template]: 'x' }, parameters],
    ['they are no JSON', { [template]: 'x', [parameters]: '[' }, parameters],
    [
      'they have another form',
      { [template]: 'x', [parameters]: '{"Parameters":{}}' },
      parameters,
    ],
  ])('names the file when %s', async (_, content, file) => {
    folder.setContent(content);
    const reading = readStackSource(folder.path, environment);
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(file);
  });
});
