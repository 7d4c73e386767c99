import { readFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { SovdDeployServer } from '../__testUtils__/SovdDeployServer';
import { testStamp } from '../__testUtils__/testStamp';
import { createStampReadAction } from './createStampReadAction';
import { createStampRenderAction } from './createStampRenderAction';
import { parseTemplateRecord } from './parseTemplateRecord';

const notes = [
  'versions:',
  "  - { version: 0.4.0, date: '2026-11-21', summary: Old news. }",
  "  - { version: 0.5.0, date: '2026-11-22', summary: Fresh news. }",
].join('\n');

describe('sovd:stamp:render', () => {
  const workspace = createMockDirectory();
  let server: SovdDeployServer;
  beforeEach(async () => {
    server = new SovdDeployServer();
    server.stamps.set('fleet', testStamp({ backendReplicas: 4 }));
    workspace.setContent({
      'versions.yaml': notes,
      stamp: { Makefile: 'all:\n' },
    });
    const input: {
      application: string;
      sameVersion?: boolean;
      targetPath?: string;
    } = { application: 'fleet', targetPath: './base' };
    const ctx = createMockActionContext({
      input,
      workspacePath: workspace.path,
    });
    await createStampReadAction(server.connection).handler(ctx);
  });
  afterEach(() => server.close());

  async function run(version?: string) {
    const ctx = createMockActionContext({
      input: {
        repositoryUrl: 'http://git.test/sovd/fleet',
        basePath: './base',
        targetPath: './stamp',
        notesPath: './versions.yaml',
      },
      workspacePath: workspace.path,
      templateInfo: {
        entityRef: 'template:default/sovd-webapp-upgrade',
        entity: {
          metadata: {
            name: 'sovd-webapp-upgrade',
            annotations: version ? { 'sovd.io/template-version': version } : {},
          },
        },
      },
    });
    await createStampRenderAction(server.connection).handler(ctx);
    return Object.fromEntries(jest.mocked(ctx.output).mock.calls);
  }
  const read = (file: string) =>
    readFileSync(workspace.resolve(`stamp/${file}`), 'utf8');

  it('makes the whole stamp, under the name of the template that made the first one', async () => {
    const outputs = await run('0.5.0');
    const record = parseTemplateRecord(read('.sovd-template.yaml'));
    expect(record).toMatchObject({
      application: 'fleet',
      template: { name: 'sovd-webapp', version: '0.5.0' },
      environments: { staging: { backendReplicas: 4 } },
      files: { Makefile: { policy: 'managed' } },
    });
    expect(read('environments/staging/values.yaml')).toContain(
      'replicaCount: 4',
    );
    expect(read('README.md')).toMatch(/^Ours\n/);
    expect(outputs).toEqual({
      version: '0.5.0',
      title: 'Upgrade fleet to version 0.5.0 of its template',
      body: expect.stringContaining('- **0.5.0** Fresh news.'),
    });
    expect(outputs.body).not.toContain('Old news');
    expect(outputs.body).toContain('- `scripts/run.sh`');
  });

  it('keeps the pods that an environment was scaled to since', async () => {
    const { answers } = server.register({
      name: 'fleet',
      owner: 'group:default/platform',
      environment: 'staging',
      target: 'sandbox',
      logLevel: 'DEBUG',
      backendMin: 6,
      backendMax: 9,
      backendReplicas: 6,
    });
    expect(answers.backendMin).toBe(6);
    await run('0.5.0');
    const values = parse(read('environments/staging/values.yaml'));
    expect(values).toMatchObject({
      backend: { replicaCount: 6 },
      hpa: { minReplicas: 6, maxReplicas: 9 },
      // no change of the portal writes others
      config: { logLevel: 'INFO' },
    });
  });

  it('says what is missing, and writes nothing', async () => {
    await expect(run()).rejects.toThrow(/no annotation sovd\.io\/template-v/);
    await expect(run('0.3.0')).rejects.toThrow(/Update the portal first/);
    workspace.addContent({ 'versions.yaml': 'none' });
    await expect(run('0.5.0')).rejects.toThrow(/versions\.yaml can't be read/);
    workspace.addContent({
      'base/.sovd-template.yaml': readFileSync(
        workspace.resolve('base/.sovd-template.yaml'),
        'utf8',
      ).replace('target: sandbox', 'target: moon'),
    });
    await expect(run('0.5.0')).rejects.toThrow(
      /staging runs on the target moon.*under sovdDeploy\.targets/,
    );
    workspace.setContent({ base: { 'a.txt': '' }, stamp: {} });
    await expect(run('0.5.0')).rejects.toThrow(/run sovd:stamp:read with/);
    expect(workspace.content()).toEqual({ base: { 'a.txt': '' }, stamp: {} });
  });

  it('works in a dry run, since the workspace of one is thrown away', () => {
    const action = createStampRenderAction(server.connection);
    expect(action.supportsDryRun).toBe(true);
  });
});
