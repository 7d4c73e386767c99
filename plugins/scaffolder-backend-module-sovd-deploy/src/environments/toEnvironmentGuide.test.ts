import {
  answersSchema,
  estimateCost,
  priceBook,
} from '@sovd/plugin-sovd-deploy-common';
import { toEnvironmentGuide } from './toEnvironmentGuide';

const target = {
  accountId: '210987654321',
  cluster: 'shared',
  clusterMode: 'create' as 'create' | 'existing',
  namespacePattern: '{name}-{environment}',
  region: 'eu-west-1',
};

function guideOf(more: object, place: Partial<typeof target> = {}) {
  const answers = answersSchema.parse({
    name: 'fleet',
    owner: 'group:default/platform',
    environment: 'staging',
    target: 'aws',
    ...more,
  });
  const where = { ...target, ...place };
  return toEnvironmentGuide(
    answers,
    where,
    estimateCost(answers, priceBook, where),
  );
}
const production = {
  environment: 'live',
  tier: 'production',
  domain: 'fleet.sovd.dev',
  approvers: ['group:default/platform'],
  alertEmail: 'fleet@sovd.dev',
};

describe('toEnvironmentGuide', () => {
  it('has a page of its own with a heading for each procedure', () => {
    const { path, content } = guideOf({});
    expect(path).toBe('docs/environments/staging.md');
    expect(content.match(/^#+ .+$/gm)).toEqual([
      '# fleet-staging',
      '## Names',
      '## Sizes',
      '## Sign in',
      '## Infrastructure',
      '## Bootstrap',
      '## Deploy',
      '## Roll back',
      '## Migrate',
      '## Logs',
      '## Secrets',
      '## Scale',
      '## Backups',
      '## Restore',
      '## Cost',
    ]);
  });

  it('names its own account, region, cluster and namespace in the commands', () => {
    const { content } = guideOf(production);
    expect(content).toContain(
      'aws eks update-kubeconfig --region eu-west-1 --name fleet-live-cluster --alias fleet-live',
    );
    expect(content).toContain('helm -n fleet-live rollback fleet-live');
    expect(content).toContain('scripts/smoke_test.sh https://fleet.sovd.dev');
    expect(content).toContain('s3://fleet-live-backups-210987654321/');
    expect(content).not.toContain('staging');
    expect(
      content
        .match(/\b\d{12}\b/g)
        ?.sort()
        .at(0),
    ).toBe('210987654321');
    expect(
      content
        .match(/\b\d{12}\b/g)
        ?.sort()
        .at(-1),
    ).toBe('210987654321');
  });

  it('goes back from a canary by the script, because Helm would wait in vain', () => {
    const { content } = guideOf({ ...production, strategy: 'canary' });
    expect(content).toContain('scripts/rollback.sh live');
    expect(content).not.toContain('--wait');
    expect(guideOf(production).content).toContain(
      'helm -n fleet-live rollback fleet-live --wait',
    );
  });

  it('signs in to the cluster that is there already', () => {
    const { content } = guideOf({}, { clusterMode: 'existing' });
    expect(content).toContain('--name shared --alias fleet-staging');
    expect(content).not.toContain('fleet-staging-cluster');
  });

  it.each([
    ['terraform', 'terraform -chdir=infrastructure/terraform plan'],
    ['cloudformation', 'describe-stack-events --region eu-west-1'],
  ])('has the commands of %s alone', (engine, command) => {
    const { content } = guideOf({ engine });
    expect(content).toContain(command);
    expect(/cloudformation|CloudFormation/.test(content)).toBe(
      engine === 'cloudformation',
    );
    expect(/terraform/.test(content)).toBe(engine === 'terraform');
  });

  it('watches a canary as Argo Rollouts does it, and the rest as Deployments', () => {
    const canary = {
      ...{ strategy: 'canary', monitoring: true },
      ...{ databasePoolSize: 6, databaseMaxOverflow: 4 },
    };
    const { content } = guideOf(canary);
    expect(content).toContain(
      'kubectl argo rollouts -n fleet-staging status backend-deployment',
    );
    expect(content).toContain('status deployment/frontend-deployment');
    expect(content).not.toContain('deployment/backend-deployment');
    expect(guideOf({}).content).not.toContain('argo');
  });

  it('says how much is lost at most, by the days that backups are kept', () => {
    expect(guideOf({}).content).toContain('within the last 1 days');
    expect(guideOf(production).content).toContain('within the last 7 days');
    expect(guideOf(production).content).toContain('--multi-az ');
    expect(guideOf({}).content).toContain('--no-multi-az ');
  });

  it('has each line of the estimate and their sum', () => {
    const answers = answersSchema.parse({
      name: 'fleet',
      owner: 'group:default/platform',
      environment: 'staging',
      target: 'aws',
    });
    const { baseline } = estimateCost(answers, priceBook, target);
    const { content } = guideOf({});
    for (const { label, monthly } of baseline.lines)
      expect(content).toMatch(
        new RegExp(
          `^\\| ${label} \\| .* \\| \\$${monthly.toFixed(2)} \\|`,
          'm',
        ),
      );
    expect(content).toContain(`| **$${baseline.monthly.toFixed(2)}** |`);
  });

  it('opens a way in where there is no address', () => {
    expect(guideOf({}).content).toContain(
      'port-forward service/frontend-service 8080:80 &',
    );
  });

  it('repeats no free text', () => {
    const description = '](https://evil.example) | <script>';
    expect(guideOf({ description })).toEqual(guideOf({}));
  });
});
