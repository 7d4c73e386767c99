import { readdirSync } from 'node:fs';
import path from 'node:path';
import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { toEnvironmentFiles } from '../environments/toEnvironmentFiles';
import { toSharedFiles } from '../environments/toSharedFiles';
import { policyOf } from './policyOf';

const content = path.resolve(
  __dirname,
  '../../../../templates/sovd-webapp/content',
);
const stampedAsTheyAre = readdirSync(content, {
  recursive: true,
  withFileTypes: true,
})
  .filter(entry => entry.isFile())
  .map(({ parentPath, name }) =>
    path.relative(content, path.join(parentPath, name)),
  );

describe('policyOf', () => {
  it.each(['staging', 'production', 'dev'])(
    'calls all that is made from the answers of %s generated',
    environment => {
      const repositoryUrl = 'http://git.test/sovd/fleet';
      for (const engine of ['cloudformation', 'terraform'] as const) {
        const answers = answersSchema.parse({
          name: 'fleet',
          owner: 'group:default/platform',
          target: 'sandbox',
          environment,
          engine,
        });
        const target = {
          accountId: '123456789012',
          cluster: 'fleet',
          clusterMode: 'create',
          namespacePattern: '{name}-{environment}',
          region: 'us-east-1',
        } as const;
        const files = [
          ...toEnvironmentFiles({ answers, target, repositoryUrl }),
          ...toSharedFiles([answers], repositoryUrl),
        ];
        expect(
          files.filter(file => policyOf(file.path) !== 'generated'),
        ).toEqual([]);
      }
    },
  );

  it('calls nothing generated that no answers decide on', () => {
    expect(stampedAsTheyAre.length).toBeGreaterThan(100);
    expect(
      stampedAsTheyAre.filter(file => policyOf(file) === 'generated'),
    ).toEqual([]);
  });

  it.each([
    ['README.md', 'seeded'],
    ['backend/app/main.py', 'seeded'],
    ['backend/tests/conftest.py', 'seeded'],
    ['backend/alembic/versions/0001_initial_schema.py', 'seeded'],
    ['frontend/src/App.test.tsx', 'seeded'],
    ['frontend/index.html', 'seeded'],
    ['e2e/tests/vehicles.spec.ts', 'seeded'],
    ['vehicle-connector/README.md', 'seeded'],
    ['scripts/local_data.sql', 'seeded'],
    ['backend/alembic/env.py', 'managed'],
    ['backend/requirements.txt', 'managed'],
    ['backend/Dockerfile.prod', 'managed'],
    ['frontend/package.json', 'managed'],
    ['frontend/nginx.conf', 'managed'],
    ['e2e/playwright.config.ts', 'managed'],
    ['environments/environment.schema.json', 'managed'],
    ['infrastructure/helm/sovd-webapp/values.yaml', 'managed'],
    ['infrastructure/helm/sovd-webapp/README.md', 'managed'],
    ['infrastructure/terraform/main.tf', 'managed'],
    ['infrastructure/cloudformation/main.yaml', 'managed'],
    ['.github/workflows/_deploy.yml', 'managed'],
    ['.github/workflows/ci-cd.yml', 'managed'],
    ['docs/runbooks/deployment.md', 'managed'],
    ['Makefile', 'managed'],
  ])('calls %s %s', (file, policy) => expect(policyOf(file)).toBe(policy));
});
