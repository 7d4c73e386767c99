import { mockServices } from '@backstage/backend-test-utils';
import { createStamps } from './createStamps';
import { proposeEnvironment } from './__testUtils__/testTarget';
import { TestProviders } from './__testUtils__/TestProviders';

describe('createStamps', () => {
  it('makes no fuss about a base branch that could not be made, but tells it', async () => {
    const logger = mockServices.logger.mock();
    const told = new Promise<string>(resolve => {
      logger.warn.mockImplementation(message => resolve(message));
    });
    const { prepareStamp } = createStamps({
      auth: mockServices.auth(),
      catalog: { getEntityByRef: async () => undefined },
      logger,
      providers: new TestProviders(),
    });
    prepareStamp(proposeEnvironment());
    await expect(told).resolves.toMatch(
      /base branch of .*fleet isn't there yet, .*There is no repository.*The first proposal makes it/,
    );
  });
});
