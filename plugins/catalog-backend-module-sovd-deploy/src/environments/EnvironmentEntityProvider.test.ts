import { mockServices } from '@backstage/backend-test-utils';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { ENVIRONMENTS_EVENT_TOPIC } from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { environmentOf } from '../__testUtils__/environmentOf';
import { EnvironmentEntityProvider } from './EnvironmentEntityProvider';

describe('EnvironmentEntityProvider', () => {
  const logger = mockServices.logger.mock();
  const events = mockServices.events();
  const readAll = jest.fn<Promise<Environment[]>, []>();
  const applyMutation = jest.fn<Promise<void>, [EntityProviderMutation]>();
  const run = jest.fn();

  async function connect() {
    const provider = new EnvironmentEntityProvider({
      registrations: { readAll },
      taskRunner: { run },
      events,
      logger,
    });
    await provider.connect({ applyMutation, refresh: jest.fn() });
    return provider;
  }

  function namesOf(call: number) {
    const [mutation] = applyMutation.mock.calls[call];
    if (mutation.type !== 'full') throw new Error('not a full mutation');
    return mutation.entities.map(({ entity }) => entity.metadata.name);
  }

  beforeEach(() => {
    jest.clearAllMocks();
    applyMutation.mockResolvedValue();
  });

  it('hands over the full set when its time comes', async () => {
    await connect();
    expect(applyMutation).not.toHaveBeenCalled();
    readAll.mockResolvedValueOnce(['alpha', 'bravo'].map(environmentOf));
    await run.mock.calls[0][0].fn();
    expect(namesOf(0)).toEqual(['alpha-staging', 'bravo-staging']);

    readAll.mockResolvedValueOnce([environmentOf('bravo')]);
    await run.mock.calls[0][0].fn();
    expect(namesOf(1)).toEqual(['bravo-staging']);
  });

  it('hands it over at once when the registry has news', async () => {
    const provider = await connect();
    readAll.mockResolvedValue([environmentOf('alpha')]);
    await events.publish({ topic: ENVIRONMENTS_EVENT_TOPIC, eventPayload: {} });
    await provider.refresh();
    expect(namesOf(0)).toEqual(['alpha-staging']);
  });

  it('reads once more for news that came while it was reading', async () => {
    const provider = await connect();
    let finish = (_: Environment[]) => {};
    readAll.mockReturnValueOnce(
      new Promise(resolve => {
        finish = resolve;
      }),
    );
    readAll.mockResolvedValue(['alpha', 'bravo'].map(environmentOf));
    const first = provider.refresh();
    const second = provider.refresh();
    const third = provider.refresh();
    finish([environmentOf('alpha')]);
    await Promise.all([first, second, third]);
    expect(readAll).toHaveBeenCalledTimes(2);
    expect(namesOf(1)).toEqual(['alpha-staging', 'bravo-staging']);
  });

  it('leaves the catalog as it is when the registry cannot be read', async () => {
    const provider = await connect();
    readAll.mockRejectedValueOnce(new Error('connection refused'));
    await provider.refresh();
    expect(applyMutation).not.toHaveBeenCalled();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('connection refused'),
    );

    readAll.mockResolvedValueOnce([environmentOf('alpha')]);
    await provider.refresh();
    expect(namesOf(0)).toEqual(['alpha-staging']);
  });
});
