import {
  applicationAnswers as api,
  applicationCatalog as catalog,
} from '../__testUtils__/existingApplication';
import { readApplication } from './readApplication';

describe('readApplication', () => {
  it('knows the name, whom it belongs to, and every environment', async () => {
    await expect(
      readApplication({ api, catalog }, 'system:default/diagnostics'),
    ).resolves.toMatchObject({
      name: 'diagnostics',
      description: 'Reads trouble codes in the workshop',
      owner: 'group:default/workshop',
      others: [{ environment: 'staging', vpcCidr: '10.0.0.0/16' }],
    });
  });

  it.each(['system:default/billing', 'system:default/nothing'])(
    'finds no application in %s',
    async ref => {
      await expect(readApplication({ api, catalog }, ref)).rejects.toThrow(
        `${ref} is no application`,
      );
    },
  );

  it('finds none that has no environment', async () => {
    const listEnvironments = () => api.listEnvironments({});
    await expect(
      readApplication(
        { api: { ...api, listEnvironments }, catalog },
        'system:default/diagnostics',
      ),
    ).rejects.toThrow('diagnostics has no environment');
  });
});
