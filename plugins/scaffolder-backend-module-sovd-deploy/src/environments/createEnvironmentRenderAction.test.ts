import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { SovdDeployServer } from '../__testUtils__/SovdDeployServer';
import { createEnvironmentRenderAction } from './createEnvironmentRenderAction';

const answers = {
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'sandbox',
};
const repositoryUrl = 'http://git.test/sovd/fleet';

describe('sovd:environment:render', () => {
  const workspace = createMockDirectory();
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
    workspace.clear();
  });
  afterEach(() => server.close());

  function contextOf(input: Record<string, string | number>) {
    return createMockActionContext({
      input: { answers: { ...answers, ...input }, repositoryUrl },
      workspacePath: workspace.path,
      templateInfo: {
        entityRef: 'template:default/sovd-webapp',
        entity: {
          metadata: {
            name: 'sovd-webapp',
            annotations: { 'sovd.io/template-version': '0.4.0' },
          },
        },
      },
    });
  }

  it('writes every file and says which', async () => {
    const ctx = contextOf({ backendReplicas: 2 });
    await createEnvironmentRenderAction(server.connection).handler(ctx);

    const [[name, files]] = jest.mocked(ctx.output).mock.calls;
    expect(name).toBe('files');
    const record = parse(
      readFileSync(path.join(workspace.path, '.sovd-template.yaml'), 'utf8'),
    );
    expect(record).toMatchObject({
      application: 'fleet',
      template: { name: 'sovd-webapp', version: '0.4.0' },
      environments: { staging: { backendReplicas: 2, logLevel: 'INFO' } },
    });
    expect(
      [...Object.keys(record.files), '.sovd-template.yaml'].sort(),
    ).toEqual([...(files as string[])].sort());
    const account = readFileSync(
      path.join(
        workspace.path,
        'infrastructure/k8s/bootstrap/staging/service-account.yaml',
      ),
      'utf8',
    );
    expect(account).toContain(
      'arn:aws:iam::123456789012:role/fleet-staging-secrets-reader',
    );
  });

  it('adds an environment to a repository that was stamped before', async () => {
    const action = createEnvironmentRenderAction(server.connection);
    workspace.setContent({
      'README.md': 'Ours\n',
      backend: { app: { 'main.py': 'app = 1\n' } },
    });
    await action.handler(contextOf({}));
    const before = workspace.content() as Record<string, unknown>;
    await action.handler(contextOf({}));
    expect(workspace.content()).toEqual(before);

    const ctx = contextOf({ environment: 'dev' });
    await action.handler(ctx);
    const [[, files]] = jest.mocked(ctx.output).mock.calls;
    expect(files).toEqual(
      expect.arrayContaining([
        'environments/dev/environment.yaml',
        '.github/workflows/deploy-dev.yml',
        'README.md',
      ]),
    );
    expect(String(files)).not.toContain('staging');
    const record = parse(
      readFileSync(path.join(workspace.path, '.sovd-template.yaml'), 'utf8'),
    );
    expect(Object.keys(record.environments)).toEqual(['dev', 'staging']);
    expect(record.files['backend/app/main.py'].policy).toBe('seeded');

    const changed = contextOf({ environment: 'dev', backendReplicas: 4 });
    const after = workspace.content();
    await expect(action.handler(changed)).rejects.toThrow(
      /has an environment dev already, with other answers \(backendReplicas\)/,
    );
    expect(workspace.content()).toEqual(after);
  });

  it.each([
    [{ environment: '../../etc' }, /environment: must be 2 to 15/],
    [{ environment: '..' }, /environment: must be 2 to 15/],
    [{ name: 'fleet/../../x' }, /name: must be 3 to 20/],
    [{ backendReplicas: 0 }, /backendReplicas: /],
    [{ surprise: 'x' }, /Unrecognized key/],
    [{ target: 'moon' }, /There is no target moon/],
  ])('writes nothing for %p', async (wrong, message) => {
    await expect(
      createEnvironmentRenderAction(server.connection).handler(
        contextOf(wrong as Record<string, string | number>),
      ),
    ).rejects.toThrow(message);
    expect(workspace.content()).toEqual({});
  });

  it('never follows a planted link out of the workspace', async () => {
    const outside = createMockDirectory();
    workspace.setContent({
      environments: ctx => ctx.symlink(outside.path),
    });
    await expect(
      createEnvironmentRenderAction(server.connection).handler(contextOf({})),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(outside.content()).toEqual({});
  });

  it('works in a dry run, since the workspace of one is thrown away', () => {
    const action = createEnvironmentRenderAction(server.connection);
    expect(action.supportsDryRun).toBe(true);
  });
});
