import { proposeEnvironment } from '../__testUtils__/testTarget';
import { findStampedApplication } from './findStampedApplication';

describe('findStampedApplication', () => {
  const staging = proposeEnvironment();
  const test = proposeEnvironment({ environment: 'test' });
  const find = (...environments: (typeof staging)[]) =>
    findStampedApplication(
      { listOfApplication: async () => environments },
      'fleet',
    );

  it('finds the one repository of all environments', async () => {
    await expect(find(staging, test)).resolves.toEqual({
      application: 'fleet',
      repositoryUrl: staging.repositoryUrl,
      environments: [staging, test],
    });
  });

  it('says what to do when there is none', async () => {
    await expect(find()).rejects.toThrow(
      /no environment of fleet; create its first one/,
    );
  });

  it('refuses to choose among repositories', async () => {
    const other = { ...test, repositoryUrl: 'http://other/sovd/fleet' };
    await expect(find(staging, other)).rejects.toThrow(
      /several repositories: .*, http:\/\/other\/sovd\/fleet/,
    );
  });
});
