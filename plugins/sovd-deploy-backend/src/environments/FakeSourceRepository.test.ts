import { FakeSourceRepository } from './FakeSourceRepository';
import { describeSourceRepository } from '../__testUtils__/sourceRepositoryContract';
import { proposeEnvironment } from '../__testUtils__/testTarget';

const urlOf = (name: string) => `http://localhost:15930/sovd/${name}`;

describe('FakeSourceRepository', () => {
  describeSourceRepository(async () => {
    const sources = new FakeSourceRepository();
    return {
      sources,
      urlOf,
      push: async (name, files) => sources.push(urlOf(name), files),
      tag: async (name, tag, commit) => sources.tag(urlOf(name), tag, commit),
    };
  });

  it('refuses commits when told so', async () => {
    const sources = new FakeSourceRepository();
    sources.refuseCommits('protected branch');
    await expect(
      sources.commit(proposeEnvironment(), { file: 'text' }),
    ).rejects.toThrow('protected branch');
  });
});
