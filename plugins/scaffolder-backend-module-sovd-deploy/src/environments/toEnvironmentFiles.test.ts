import { answersSchema, namespaceOf } from '@sovd/plugin-sovd-deploy-common';
import type { AnswersInput } from '@sovd/plugin-sovd-deploy-common';
import { parse, parseAllDocuments } from 'yaml';
import { cloudTarget } from '../__testUtils__/testTarget';
import { toEnvironmentFiles } from './toEnvironmentFiles';

const input: AnswersInput = {
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'aws',
};
const usual = { ...cloudTarget, name: 'aws', cluster: 'shared' };
const namespacePattern = 'team-{environment}-of-{name}';
const namespace = 'team-staging-of-fleet';

/** Content of the generated files by path. */
function filesOf(target: typeof usual, more: Partial<AnswersInput> = {}) {
  const answers = answersSchema.parse({ ...input, ...more });
  const repositoryUrl = 'http://localhost:15930/sovd/fleet';
  const files = toEnvironmentFiles({ answers, target, repositoryUrl });
  return new Map(files.map(({ path, content }) => [path, content]));
}

/** With what makes files say most: a canary, a connector and Terraform's variables. */
const variants: [string, Partial<AnswersInput>][] = [
  ['a rolling release by CloudFormation', {}],
  [
    'a canary by Terraform',
    {
      engine: 'terraform',
      strategy: 'canary',
      monitoring: true,
      domain: 'fleet.example.com',
      vehicleConnectorEnabled: true,
      vehicleEndpoints: ['10.0.0.9:50051'],
    },
  ],
];

describe.each(variants)('a pattern of namespaces with %s', (_, more) => {
  const files = filesOf({ ...usual, namespacePattern }, more);
  const contentOf = (path: string) => files.get(path) ?? '';

  it('is the portal’s own namespace', () => {
    expect(namespaceOf(answersSchema.parse(input), { namespacePattern })).toBe(
      namespace,
    );
  });

  it('decides where the chart goes', () => {
    for (const path of [
      'environments/staging/values.yaml',
      'infrastructure/helm/sovd-webapp/values-staging.yaml',
    ]) {
      expect(parse(contentOf(path)).global.namespace).toBe(namespace);
    }
  });

  it('decides where the bootstrap goes, and leaves the names that AWS knows', () => {
    const objects = [...files]
      .filter(([path]) => path.startsWith('infrastructure/k8s/bootstrap/'))
      .flatMap(([, content]) =>
        parseAllDocuments(content).map(document => document.toJS()),
      );
    const [, account, , asked] = objects;
    expect(
      objects.map(({ kind, metadata }) => [
        kind,
        metadata.namespace ?? metadata.name,
        metadata.labels['app.kubernetes.io/instance'],
      ]),
    ).toEqual(
      [
        'Namespace',
        'ServiceAccount',
        'SecretStore',
        'ExternalSecret',
        'LimitRange',
        'ResourceQuota',
      ].map(kind => [kind, namespace, 'fleet-staging']),
    );
    expect(account.metadata.annotations).toEqual({
      'eks.amazonaws.com/role-arn':
        'arn:aws:iam::123456789012:role/fleet-staging-secrets-reader',
    });
    expect(asked.spec.data[0].remoteRef.key).toBe('fleet-staging/database');
  });

  it('decides whose service accounts get roles, in both engines', () => {
    const parameters: { ParameterKey: string; ParameterValue: string }[] =
      JSON.parse(
        contentOf('infrastructure/cloudformation/parameters/staging.json'),
      );
    expect(parameters).toContainEqual({
      ParameterKey: 'Namespace',
      ParameterValue: namespace,
    });
    expect(parameters).toContainEqual({
      ParameterKey: 'NamePrefix',
      ParameterValue: 'fleet-staging',
    });
    const variables = [...files]
      .filter(([path]) => path.endsWith('.auto.tfvars.json'))
      .map(([, content]) => JSON.parse(content).namespace);
    expect(variables).toEqual(more.engine === 'terraform' ? [namespace] : []);
  });

  it('stands in every command that names a namespace, and in both lists of names', () => {
    const pages = [
      'docs/environments/staging.md',
      'environments/staging/README.md',
    ];
    for (const path of pages) {
      const named = [
        ...contentOf(path).matchAll(
          /^(?:kubectl|helm) .*?(?:-n|--namespace) (\S+)/gm,
        ),
      ].map(([, where]) => where);
      expect(named.length).toBeGreaterThan(4);
      expect(new Set(named)).toEqual(new Set([namespace]));
      expect(contentOf(path)).toMatch(
        new RegExp(
          `^\\| (Kubernetes n|N)amespace +\\| \`${namespace}\` +\\|$`,
          'm',
        ),
      );
      expect(contentOf(path)).toMatch(
        /^\| Helm release +\| `fleet-staging` +\|$/m,
      );
    }
  });

  it('changes nothing else', () => {
    const before = filesOf(usual, more);
    for (const [path, content] of files) {
      const lines = (text = '') =>
        text
          .split('\n')
          .filter(line => !/namespace|helm release|-n /i.test(line));
      const normal = content.replaceAll(namespace, 'fleet-staging');
      expect([path, lines(normal)]).toEqual([path, lines(before.get(path))]);
    }
  });
});
