import { statSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { SovdDeployServer } from '../__testUtils__/SovdDeployServer';
import { testStamp } from '../__testUtils__/testStamp';
import { createStampReadAction } from './createStampReadAction';

const stamp = testStamp();

describe('sovd:stamp:read', () => {
  const workspace = createMockDirectory();
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
    server.stamps.set('fleet', stamp);
    workspace.clear();
  });
  afterEach(() => server.close());

  async function run(
    input: {
      application: string;
      sameVersion?: boolean;
      targetPath?: string;
    },
    version = '0.4.0',
  ) {
    const ctx = createMockActionContext({
      input,
      workspacePath: workspace.path,
      templateInfo: {
        entityRef: 'template:default/sovd-webapp-environment',
        entity: {
          metadata: {
            name: 'sovd-webapp-environment',
            annotations: { 'sovd.io/template-version': version },
          },
        },
      },
    });
    await createStampReadAction(server.connection).handler(ctx);
    return Object.fromEntries(jest.mocked(ctx.output).mock.calls);
  }

  it('lays out every file with its mode, and says what it was made from', async () => {
    await expect(
      run({ application: 'fleet', sameVersion: true }),
    ).resolves.toEqual({
      application: {
        name: 'fleet',
        description: 'Diagnostics',
        owner: 'group:default/platform',
      },
      base: stamp.commit,
      version: '0.4.0',
      environments: {
        staging: expect.objectContaining({ environment: 'staging' }),
      },
      repositoryUrl: 'http://git.test/sovd/fleet',
    });
    const mode = (file: string) =>
      statSync(workspace.resolve(file)).mode & 0o777;
    expect(mode('scripts/run.sh')).toBe(0o755);
    expect(mode('README.md')).toBe(0o644);
    expect(workspace.content()).toMatchObject({
      '.sovd-template.yaml': expect.stringContaining('application: fleet'),
      environments: { staging: { 'environment.yaml': expect.any(String) } },
    });
    expect(server.tokens).toEqual([expect.stringMatching(/^Bearer /)]);
  });

  it('writes into a folder, and never out of the workspace', async () => {
    await run({ application: 'fleet', targetPath: './base' });
    expect(Object.keys(workspace.content() ?? {})).toEqual(['base']);
    await expect(
      run({ application: 'fleet', targetPath: '../base' }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('refuses another version only where it has to be the same', async () => {
    await expect(
      run({ application: 'fleet', sameVersion: true }, '0.5.0'),
    ).rejects.toThrow(/Upgrade the repository to 0\.5\.0 first/);
    expect(workspace.content()).toEqual({});
    await expect(run({ application: 'fleet' }, '0.5.0')).resolves.toMatchObject(
      { version: '0.4.0' },
    );
  });

  it.each([
    ['', /no annotation sovd\.io\/application.*SOVD WebApp/],
    ['harbor', /no stamp of harbor/],
  ])('refuses the application %j', async (application, message) => {
    await expect(run({ application })).rejects.toThrow(message);
    expect(workspace.content()).toEqual({});
  });

  it('names a record without environments', async () => {
    const record = { ...stamp.record, environments: {} };
    server.stamps.set('fleet', { ...stamp, record });
    await expect(run({ application: 'fleet' })).rejects.toThrow(
      /names no environment/,
    );
  });
});
