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
      protect: async (_, ...branches) => {
        sources.refuseCommits('protected branch');
        branches.forEach(branch => sources.refuseBranch(branch));
      },
      readAt: async (name, branch, file) =>
        sources.filesOfBranch(urlOf(name), branch)?.[file],
    };
  });

  it('fails commits when told so', async () => {
    const sources = new FakeSourceRepository();
    sources.failCommits('no route to host');
    await expect(
      sources.commit(proposeEnvironment(), { file: 'text' }),
    ).rejects.toThrow('no route to host');
  });
});
