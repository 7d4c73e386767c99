import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { content } from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import {
  readTemplate,
  taggableTypes,
  type Substituted,
  violationsOf,
} from '../parity/readTemplate.ts';
import { cloudTarget } from '../repository/cloudTarget.ts';
import { loadGenerators } from '../repository/generators.ts';
import { matrix } from '../repository/matrix.ts';
import { checkTool } from '../tools/checkTool.ts';

const folder = 'infrastructure/cloudformation';
const file = path.join(content, folder, 'main.yaml');
const template = await readTemplate(file);
const all = Object.entries(template.Resources);
const ofType = (type: string) =>
  all.filter(([, resource]) => resource.Type === type);

test('cfn-lint finds nothing in the template, in any region that is offered [H007]', async () => {
  const regions = ['us-east-1', 'eu-central-1', 'eu-west-1'];
  await runProgram(await checkTool('cfn-lint'), [
    ...['--regions', ...regions],
    ...['--template', file],
  ]);
});

test('parameters of every variant are those of the template, within its bounds [H008 H009]', async () => {
  const { answersSchema, addEnvironment } = await loadGenerators();
  for (const { name, answers } of matrix) {
    const parameters = addEnvironment({
      answers: answersSchema.parse(answers),
      target: cloudTarget,
      repositoryUrl: 'https://github.com/sovd/fleet',
      template: { name: 'sovd-webapp', version: '0.4.0' },
      files: [],
    }).find(one => one.path.startsWith(`${folder}/parameters/`));
    const given = JSON.parse(parameters?.content ?? '[]');
    assert.deepEqual(violationsOf(template, given), [], name);
  }
});

test('bounds are there: a wrong value of each parameter is noticed', () => {
  const wrong = Object.keys(template.Parameters).filter(
    key =>
      // lists are judged by the service that takes them
      template.Parameters[key].Type !== 'CommaDelimitedList' &&
      violationsOf(template, [
        { ParameterKey: key, ParameterValue: '"; DROP' },
      ]).every(violation => !violation.startsWith(`${key} `)),
  );
  assert.deepEqual(wrong, []);
});

test('every parameter stands in a group of the console', () => {
  const groups = template.Metadata[
    'AWS::CloudFormation::Interface'
  ].ParameterGroups.flatMap(({ Parameters }) => Parameters);
  assert.deepEqual(groups.sort(), Object.keys(template.Parameters).sort());
});

test('every resource that takes tags has the four that bills and people go by [T076]', () => {
  for (const [id, { Type, Properties }] of all) {
    const property = taggableTypes[Type];
    if (!property) continue;
    const tags = Properties?.[property];
    const keys = Array.isArray(tags)
      ? tags.map(({ Key }) => Key)
      : Object.keys(tags ?? {});
    for (const key of [
      'Application',
      'Environment',
      'ManagedBy',
      'sovd:environment',
    ]) {
      assert.ok(keys.includes(key), `${id} has no tag ${key}`);
    }
  }
});

test('a network policy gets the block of the network that the cluster is in', () => {
  assert.deepEqual(template.Outputs.VpcCidr, {
    Value: {
      'Fn::If': [
        'CreatesCluster',
        { Ref: 'VpcCidr' },
        { Ref: 'ClusterVpcCidr' },
      ],
    },
  });
});

test('a budget counts its own environment, and no namesake of another application', () => {
  const [[, { Properties }]] = ofType('AWS::Budgets::Budget');
  const budget = Properties?.Budget as { CostFilters: unknown };
  assert.deepEqual(budget.CostFilters, {
    TagKeyValue: [
      { 'Fn::Join': ['$', ['user:sovd:environment', { Ref: 'NamePrefix' }]] },
    ],
  });
});

test('passwords are letters and digits, and no one has a default [T046 T075]', () => {
  const secrets = ofType('AWS::SecretsManager::Secret');
  assert.equal(secrets.length, 3);
  for (const [, { Properties }] of secrets) {
    assert.partialDeepStrictEqual(Properties?.GenerateSecretString, {
      ExcludePunctuation: true,
      IncludeSpace: false,
    });
  }
  const names = Object.keys(template.Parameters);
  assert.deepEqual(
    names.filter(name => /password|token/i.test(name)),
    [],
  );
});

test('what holds data outlives the stack, and production can’t delete its database', () => {
  const policies = Object.fromEntries(
    all
      .filter(([, { DeletionPolicy }]) => DeletionPolicy)
      .map(([id, { DeletionPolicy }]) => [id, DeletionPolicy]),
  );
  assert.deepEqual(policies, {
    Database: 'Snapshot',
    BackupsBucket: 'RetainExceptOnCreate',
    LogsBucket: 'RetainExceptOnCreate',
    AlbLogsBucket: 'RetainExceptOnCreate',
    BackupVault: 'RetainExceptOnCreate',
  });
  assert.deepEqual(template.Resources.Database.Properties?.DeletionProtection, {
    'Fn::If': ['IsProduction', true, false],
  });
});

/** The service account whose tokens a substituted trust names. */
function accountOf(trust: Partial<Substituted> = {}, id: string): string {
  const [policy = ''] = trust['Fn::Sub'] ?? [];
  const text = policy.replaceAll('${Issuer}', 'issuer');
  const { StringEquals } = JSON.parse(text).Statement[0].Condition;
  assert.deepEqual(Object.keys(StringEquals), ['issuer:aud', 'issuer:sub'], id);
  return StringEquals['issuer:sub'];
}

test('External Secrets takes its role by a token whatever the workload identity', () => {
  const { SecretsReaderRole, OidcProvider } = template.Resources;
  assert.equal(
    accountOf(SecretsReaderRole.Properties?.AssumeRolePolicyDocument, 'reader'),
    'system:serviceaccount:${Namespace}:sovd-webapp-secrets-reader',
  );
  assert.equal(OidcProvider.Condition, 'CreatesCluster');
});

test('only tokens of one service account take a role, by a text that holds the issuer [T040]', () => {
  const trusts = ofType('AWS::IAM::Role').flatMap(([id, { Properties }]) => {
    const choice = Properties?.AssumeRolePolicyDocument?.['Fn::If'];
    return choice ? [[id, choice] as const] : [];
  });
  assert.equal(trusts.length, 5);
  for (const [id, [condition, irsa, podIdentity]] of trusts) {
    assert.equal(condition, 'UsesIrsa');
    assert.match(accountOf(irsa, id), /^system:serviceaccount:[^*]+$/);
    assert.deepEqual(podIdentity.Statement[0].Principal, {
      Service: 'pods.eks.amazonaws.com',
    });
  }
});
