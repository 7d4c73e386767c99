import { createMockDirectory } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { readStackSource } from './readStackSource';

const template = 'infrastructure/cloudformation/main.yaml';
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
