import { environmentQuerySchema } from '@sovd/plugin-sovd-deploy-common';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { testSummary } from '../__testUtils__/testSummary';
import { FleetService } from './FleetService';

const entry = (application: string, observedAt?: string) => {
  const environment = testEnvironment(application);
  const { name } = environment;
  return { environment, summary: testSummary({ name, observedAt }), madeAt: 0 };
};

describe('FleetService', () => {
  it('gives a page with the age of now, and looks again only at what is shown', async () => {
    const before = '2026-11-21T10:00:00.000Z';
    const now = '2026-11-21T10:05:00.000Z';
    const lookAgain = jest.fn(() => now);
    const read = jest.fn(async () => [
      entry('aaa', before),
      entry('bbb'),
      entry('ccc', before),
    ]);
    const fleet = new FleetService({
      index: { isBusy: id => id === 'bbb-staging', read },
      overview: { fleetChannel: 'fleet', lookAgain },
    });
    const filter = { key: 'owner', values: ['x'] } as const;
    const query = environmentQuerySchema.parse({ limit: 2 });
    const page = await fleet.getPage(query, filter);
    expect(page).toMatchObject({ total: 3, channel: 'fleet' });
    expect(
      page.items.map(({ name, observedAt }) => [name, observedAt]),
    ).toEqual([
      ['aaa-staging', now],
      ['bbb-staging', undefined],
    ]);
    expect(read).toHaveBeenCalledWith(filter);
    expect(lookAgain.mock.calls).toMatchObject([
      [{ environment: { name: 'aaa-staging' }, busy: false }],
      [{ environment: { name: 'bbb-staging' }, busy: true }],
    ]);
  });
});
