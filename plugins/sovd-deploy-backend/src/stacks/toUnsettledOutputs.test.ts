import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ResourceChange } from '@sovd/plugin-sovd-deploy-common';
import { toUnsettledOutputs } from './toUnsettledOutputs';

const template = `
Parameters: { DatabaseClass: { Type: String } }
Conditions: { HasZone: !Not [!Equals [!Ref Domain, '']] }
Outputs:
  DatabaseHost: { Value: !GetAtt Database.Endpoint.Address }
  DatabaseMaxConnections: { Value: !FindInMap [Classes, !Ref DatabaseClass, Max] }
  AppRoleArn: { Value: { 'Fn::GetAtt': [AppRole, Arn] } }
  JwtSecretName: { Value: !Sub '\${NamePrefix}/jwt' }
  CertificateArn: { Condition: HasZone, Value: !Ref Certificate }
`;
const before = {
  outputs: {
    databaseHost: 'db.example',
    databaseMaxConnections: '450',
    appRoleArn: 'arn:aws:iam::123456789012:role/app',
    jwtSecretName: 'fleet/jwt',
  },
  parameters: [
    { ParameterKey: 'DatabaseClass', ParameterValue: 'db.t3.medium' },
    { ParameterKey: 'NamePrefix', ParameterValue: 'fleet' },
  ],
};
const parameters = { DatabaseClass: 'db.t3.medium', NamePrefix: 'fleet' };
const change = (
  logicalId: string,
  action: ResourceChange['action'],
): ResourceChange => ({ logicalId, action, type: 'T', properties: [] });

describe('toUnsettledOutputs', () => {
  it.each([
    ['add', ['databaseHost']],
    ['replace', ['databaseHost']],
    ['maybe-replace', ['databaseHost']],
    ['change', []],
  ] as const)('resource with %s: %j', (action, unsettled) => {
    const changes = [change('Database', action)];
    const after = { template, parameters, changes };
    expect(toUnsettledOutputs(before, after)).toEqual(unsettled);
  });

  it.each([
    ['DatabaseClass', 'db.t3.large', ['databaseMaxConnections']],
    ['NamePrefix', 'other', ['jwtSecretName']],
    // a condition asks for it
    ['Domain', 'fleet.example', ['certificateArn']],
    ['NodesMin', '3', []],
  ])('parameter %s that becomes %s: %j', (name, value, unsettled) => {
    const after = {
      template,
      parameters: { ...parameters, [name]: value },
      changes: [],
    };
    expect(toUnsettledOutputs(before, after)).toEqual(unsettled);
  });

  it('names a new output, but none that its condition leaves out', () => {
    const { jwtSecretName: _name, ...outputs } = before.outputs;
    const after = { template, parameters, changes: [] };
    expect(toUnsettledOutputs({ ...before, outputs }, after)).toEqual([
      'jwtSecretName',
    ]);
  });

  it('is silent of a template that nobody can read', () => {
    const after = { template: 'Outputs: 3', parameters, changes: [] };
    expect(toUnsettledOutputs(before, after)).toEqual([]);
  });

  it('reads the template that repositories get', async () => {
    const file = 'infrastructure/cloudformation/main.yaml';
    const stamped = await readFile(
      path.join(__dirname, '../../../../templates/sovd-webapp/content', file),
      'utf8',
    );
    const changes = [change('Cache', 'replace')];
    const known = new Proxy(before.outputs, { has: () => true });
    const after = { template: stamped, parameters, changes };
    expect(toUnsettledOutputs({ ...before, outputs: known }, after)).toEqual([
      'redisHost',
      'redisPort',
      'redisUrlTemplate',
    ]);
  });
});
