import { describeStampRepository } from '../__testUtils__/stampRepositoryContract';
import { FakeStampRepository } from './FakeStampRepository';

describe('FakeStampRepository', () => {
  const url = 'http://localhost:15930/sovd/fleet';

  describeStampRepository(async () => {
    const stamps = new FakeStampRepository();
    return {
      stamps,
      url,
      publish: async files => stamps.publish(url, files),
      edit: async files => stamps.edit(url, files),
      merge: async (_branch, how) => stamps.merge(url, how),
    };
  });
});
