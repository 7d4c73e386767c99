import { chmod, cp, readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parseAllDocuments } from 'yaml';
import { describeSteps } from './__testUtils__/describeSteps';
import { readTemplate, templateFolder } from './__testUtils__/readTemplate';
import { SovdDeployServer } from './__testUtils__/SovdDeployServer';
import { createReleaseDeployAction } from './changes/createReleaseDeployAction';
import { createStackProvisionAction } from './changes/createStackProvisionAction';
import { createEnvironmentRegisterAction } from './environments/createEnvironmentRegisterAction';
import { createEnvironmentRenderAction } from './environments/createEnvironmentRenderAction';
import { createEnvironmentValidateAction } from './environments/createEnvironmentValidateAction';

const template = readTemplate('template.yaml');

// Whole repositories are stamped and read, and the tests share the machine with others.
jest.setTimeout(120_000);

/** What keeps a file from being read. A chart's templates are left to helm. */
function problemsOf({ file, text }: { file: string; text: string }): string[] {
  if (!/\.(?:json|ya?ml)$/.test(file) || file.includes('/templates/'))
    return [];
  // CloudFormation's short forms, such as !Ref, are tags that only it resolves.
  return parseAllDocuments(text, { logLevel: 'silent' })
    .flatMap(document => document.errors)
    .filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')
    .map(({ message }) => `${file}: ${message}`);
}

describe('templates/sovd-webapp', () => {
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
  });
  afterEach(() => server.close());

  describeSteps(template, connection => [
    createEnvironmentValidateAction(connection),
    createEnvironmentRenderAction(connection),
    createEnvironmentRegisterAction(connection),
    createStackProvisionAction(connection),
    createReleaseDeployAction(connection),
  ]);

  describe.each([
    ['ordinary', 'Diagnostics for the vehicles of the fleet'],
    [
      'hostile',
      '"; \'${{ values.name }} {{ .Values.x }} {% raw %} #- \n- a: &b *b\n🚗\\',
    ],
  ])('with %s answers', (_kind, description) => {
    const workspace = createMockDirectory();
    const scratch = createMockDirectory();

    async function stamp(from = templateFolder) {
      workspace.clear();
      scratch.clear();
      const answers = {
        name: 'fleet',
        description,
        owner: 'group:default/platform',
        environment: 'staging',
        target: 'sandbox',
      };
      const fetchStep = template.spec.steps.find(({ id }) => id === 'fetch');
      const action = createFetchTemplateAction({
        reader: mockServices.urlReader.mock(),
        integrations: ScmIntegrations.fromConfig(mockServices.rootConfig()),
      });
      const templateInfo = {
        entityRef: `template:default/${template.metadata.name}`,
        baseUrl: pathToFileURL(`${from}/template.yaml`).href,
        entity: { metadata: template.metadata },
      };
      await action.handler({
        ...createMockActionContext({ workspacePath: workspace.path }),
        createTemporaryDirectory: async () => scratch.path,
        templateInfo,
        input: {
          ...fetchStep?.input,
          url: './content',
          values: { name: answers.name, description },
        },
      });
      await createEnvironmentRenderAction(server.connection).handler(
        createMockActionContext({
          workspacePath: workspace.path,
          templateInfo,
          input: { answers, repositoryUrl: 'http://git.test/sovd/fleet' },
        }),
      );
      const names = await readdir(workspace.path, { recursive: true });
      const files: string[] = [];
      for (const name of names) {
        const entry = await stat(path.join(workspace.path, name));
        if (entry.isFile()) files.push(name);
      }
      return files;
    }

    it('stamps files that hold no expression and parse', async () => {
      const files = await stamp();
      expect(files).toEqual(
        expect.arrayContaining([
          'catalog-info.yaml',
          'infrastructure/helm/sovd-webapp/Chart.yaml',
          'infrastructure/cloudformation/main.yaml',
          'environments/staging/values.yaml',
        ]),
      );
      expect(files.filter(file => file.endsWith('.njk'))).toEqual([]);
      const texts = await Promise.all(
        files.map(async file => ({
          file,
          text: await readFile(workspace.resolve(file), 'utf8'),
        })),
      );
      expect(texts.flatMap(problemsOf)).toEqual([]);
      const unstamped = texts.filter(({ text }) => text.includes('${{ values'));
      const quoting = [
        '.sovd-template.yaml',
        'backend/app/application.json',
        'catalog-info.yaml',
        'environments/staging/environment.yaml',
      ];
      expect(unstamped.map(({ file }) => file).sort()).toEqual(
        description.includes('${{ values') ? quoting : [],
      );
      const application = await readFile(
        path.join(workspace.path, 'backend/app/application.json'),
        'utf8',
      );
      expect(JSON.parse(application)).toEqual({ name: 'fleet', description });
    });

    it('keeps the mode of every file', async () => {
      const copy = createMockDirectory();
      await cp(templateFolder, copy.path, { recursive: true });
      await chmod(copy.resolve('content/backend/alembic.ini'), 0o755);
      await stamp(copy.path);
      const modeOf = async (file: string) =>
        (await stat(workspace.resolve(file))).mode % 0o1000;
      expect(await modeOf('backend/alembic.ini')).toBe(0o755);
      expect(await modeOf('backend/app/main.py')).toBe(0o644);
    });
  });
});
