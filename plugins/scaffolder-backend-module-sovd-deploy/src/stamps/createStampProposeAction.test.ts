import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { SovdDeployServer } from '../__testUtils__/SovdDeployServer';
import { testStamp } from '../__testUtils__/testStamp';
import { createStampProposeAction } from './createStampProposeAction';

const stamp = testStamp();
const pullRequest = {
  title: 'Upgrade',
  url: 'http://git.test/sovd/fleet/pulls/1',
  branch: 'sovd/template-0.5.0',
  state: 'open',
} as const;

describe('sovd:stamp:propose', () => {
  const workspace = createMockDirectory();
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
    server.stamps.set('fleet', stamp);
    workspace.setContent({
      'a.txt': 'A',
      stamp: { 'b.bin': Buffer.from([0, 255]), deep: { 'c.txt': 'C' } },
    });
  });
  afterEach(() => server.close());

  async function run(input: {
    version?: string;
    environment?: string;
    title?: string;
    body?: string;
    base?: string;
    targetPath?: string;
  }) {
    const ctx = createMockActionContext({
      input: { application: 'fleet', base: stamp.commit, ...input },
      workspacePath: workspace.path,
    });
    const lines: string[] = [];
    jest.spyOn(ctx.logger, 'info').mockImplementation(line => {
      lines.push(line);
      return ctx.logger;
    });
    await createStampProposeAction(server.connection).handler(ctx);
    const outputs = Object.fromEntries(jest.mocked(ctx.output).mock.calls);
    return { outputs, lines };
  }

  it('sends a folder to the byte, with what people should know', async () => {
    server.proposal = { state: 'proposed', pullRequest, conflicts: ['c.txt'] };
    const { outputs, lines } = await run({
      version: '0.5.0',
      title: 'Newer',
      body: '# Notes',
      targetPath: './stamp',
    });
    expect(server.proposals).toEqual([
      {
        purpose: { kind: 'template', version: '0.5.0' },
        base: stamp.commit,
        title: 'Newer',
        body: '# Notes',
        files: [
          { path: 'b.bin', content: 'AP8=', executable: false },
          { path: 'deep/c.txt', content: 'Qw==', executable: false },
        ],
      },
    ]);
    expect(outputs).toEqual({
      state: 'proposed',
      pullRequestUrl: pullRequest.url,
      conflicts: ['c.txt'],
    });
    expect(lines.at(-1)).toMatch(/Resolve them in the pull request/);
  });

  it('sends the whole workspace for an environment, under a title of its own', async () => {
    const { outputs } = await run({ environment: 'production' });
    expect(server.proposals).toMatchObject([
      {
        purpose: { kind: 'environment', environment: 'production' },
        title: 'Add environment production to fleet',
        files: [
          { path: 'a.txt' },
          { path: 'stamp/b.bin' },
          { path: 'stamp/deep/c.txt' },
        ],
      },
    ]);
    expect(outputs).toMatchObject({ state: 'unchanged', pullRequestUrl: '' });
  });

  it.each([
    [{}, /Say what the proposal is for/],
    [{ version: '1.0.0', environment: 'x' }, /Say what the proposal is for/],
    [{ version: '1.0.0', targetPath: 'none' }, /has no files: run sovd/],
    [{ version: '1.0.0', targetPath: '../x' }, /not allowed|outside/i],
    [{ version: '1.0.0', base: 'old' }, /old is no base/],
  ])('refuses %j', async (input, message) => {
    await expect(run(input)).rejects.toThrow(message);
    expect(server.proposals).toEqual([]);
  });

  it('is left out of a dry run', () => {
    const action = createStampProposeAction(server.connection);
    expect(action.supportsDryRun).toBeFalsy();
  });
});
