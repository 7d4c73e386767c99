import { NotAllowedError } from '@backstage/errors';
import { describePullRequests } from '../__testUtils__/pullRequestsContract';
import { sandboxGit } from '../__testUtils__/sandboxGit';
import type { SandboxGit } from '../__testUtils__/sandboxGit';
import { testStamp, toStampedFiles } from '../__testUtils__/testStamp';
import type { TestStamp } from '../__testUtils__/testStamp';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { Git } from '../environments/Git';
import { GiteaPullRequests } from './GiteaPullRequests';
import { GitStampRepository } from './GitStampRepository';
import { StampProposer } from './StampProposer';
import { TemplateStatusReader } from './TemplateStatusReader';

jest.setTimeout(120_000);

const OWNER = 'sovd';

describe('GiteaPullRequests on the sandbox', () => {
  const run = Date.now().toString(36).slice(-5);
  const made: string[] = [];
  let host: SandboxGit;

  beforeAll(() => {
    host = sandboxGit();
  });

  afterAll(async () => {
    for (const name of made) {
      await host.call('DELETE', `/repos/${OWNER}/${name}`);
    }
  });

  /** Makes a repository whose first commit has these files. */
  async function publish(files: Record<string, string>) {
    const name = `proposals-${run}-${made.length}`;
    await host.call('POST', `/orgs/${OWNER}/repos`, {
      name,
      default_branch: 'main',
    });
    made.push(name);
    await commit(name, files);
    return { name, url: `${host.baseUrl}/${OWNER}/${name}` };
  }

  async function commit(
    name: string,
    files: Record<string, string>,
    branch: object = { branch: 'main' },
  ) {
    await host.call('POST', `/repos/${OWNER}/${name}/contents`, {
      ...branch,
      message: 'Commit',
      files: toStampedFiles(files).map(({ path, content }) => ({
        operation: 'create',
        path,
        content,
      })),
    });
  }

  /** The page's number of the open pull request of a branch. */
  async function openOf(name: string, branch: string) {
    const path = `/repos/${OWNER}/${name}/pulls/main/${branch}`;
    return (await host.call('GET', path)) as {
      number: number;
      mergeable: boolean;
    };
  }

  /** Gitea looks for conflicts in the background, and merges nothing before it has. */
  async function checked(name: string, branch: string) {
    for (let tries = 0; !(await openOf(name, branch)).mergeable; tries++) {
      if (tries > 500) throw new Error(`${branch} can't be merged`);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  async function end(
    name: string,
    branch: string,
    state: 'merged' | 'closed',
    how = 'merge',
  ) {
    const { number } = await openOf(name, branch);
    if (state === 'merged') await checked(name, branch);
    const path = `/repos/${OWNER}/${name}/pulls/${number}`;
    if (state === 'closed') await host.call('PATCH', path, { state });
    else await host.call('POST', `${path}/merge`, { Do: how });
  }

  describePullRequests(async () => {
    const { name, url } = await publish({ 'README.md': 'Hello\n' });
    for (const branch of ['one', 'other']) {
      await commit(
        name,
        { [`${branch}.md`]: branch },
        { branch: 'main', new_branch: `sovd/${branch}` },
      );
    }
    return {
      pullRequests: new GiteaPullRequests([host]),
      repositoryUrl: url,
      end: (branch, state) => end(name, branch, state),
    };
  });

  it('says whose right is missing, and not by which password', async () => {
    const { url } = await publish({ 'README.md': 'Hello\n' });
    const credentials = { ...host.credentials, password: 'wrong battery' };
    const stranger = new GiteaPullRequests([{ ...host, credentials }]);
    const refusal = stranger.open(url, {
      ...{ branch: 'sovd/one', into: 'main', title: 'One', body: '' },
    });
    await expect(refusal).rejects.toThrow(NotAllowedError);
    await expect(refusal).rejects.toThrow(/integrations.gitea/);
    await expect(refusal).rejects.not.toThrow(/wrong battery/);
  });

  it.each(['merge', 'squash'])(
    'brings two versions of the template one after the other, by %s',
    async how => {
      const { name, url } = await publish(
        testStamp({ files: { Makefile: ['all:\n', 'managed'] } }),
      );
      const application = 'fleet';
      const place = {
        ...{ application, repositoryUrl: url },
        environments: [{ ...proposeEnvironment(), repositoryUrl: url }],
      };
      const stamps = new GitStampRepository(new Git([host]));
      const pullRequests = new GiteaPullRequests([host]);
      const proposer = new StampProposer({
        comparer: { compare: async () => 'What it does' },
        pullRequests,
        stamps,
      });
      const versions = { newest: async () => '0.5.0' };
      const status = new TemplateStatusReader({ proposer, stamps, versions });

      async function propose(version: string, files: TestStamp['files']) {
        const open = await proposer.listOpen(url);
        const { commit: base } = await stamps.readStamp(url, open.length > 0);
        return proposer.propose(place, {
          purpose: { kind: 'template', version },
          base,
          title: `Upgrade to ${version}`,
          body: 'Notes',
          files: toStampedFiles(testStamp({ version, files })),
        });
      }

      const next: TestStamp['files'] = {
        Makefile: ['all: build\n', 'managed'],
        'docs/guide.md': ['Guide\n', 'managed'],
      };
      const first = await propose('0.4.0', next);
      expect(first).toMatchObject({ state: 'proposed', conflicts: [] });
      const page = await fetch(first.pullRequest?.url ?? '');
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Upgrade to 0.4.0');
      await expect(propose('0.4.0', next)).resolves.toEqual(first);
      await expect(propose('0.5.0', next)).rejects.toThrow(
        /"Upgrade to 0.4.0" is open \(http.*merge or close it/,
      );
      await expect(status.read(place)).resolves.toMatchObject({
        version: '0.3.0',
        upgradable: true,
        proposals: [first.pullRequest],
      });

      await end(name, 'sovd/template-0.4.0', 'merged', how);
      await expect(status.read(place)).resolves.toMatchObject({
        version: '0.4.0',
        drift: [],
        proposals: [],
      });
      await expect(propose('0.4.0', next)).resolves.toMatchObject({
        state: 'unchanged',
        pullRequest: { state: 'merged', url: first.pullRequest?.url },
      });

      const second = await propose('0.5.0', {
        ...next,
        Makefile: ['all: test\n', 'managed'],
      });
      expect(second).toMatchObject({ state: 'proposed', conflicts: [] });
      await end(name, 'sovd/template-0.5.0', 'merged', how);
      await expect(status.read(place)).resolves.toMatchObject({
        version: '0.5.0',
        upgradable: false,
        drift: [],
      });
    },
  );
});
