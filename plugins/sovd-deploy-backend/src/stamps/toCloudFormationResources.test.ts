import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toCloudFormationResources } from './toCloudFormationResources';

const template = readFileSync(
  path.resolve(
    __dirname,
    '../../../../templates/sovd-webapp/content/infrastructure/cloudformation/main.yaml',
  ),
  'utf8',
);

describe('toCloudFormationResources', () => {
  it('finds every resource of the template that is stamped', () => {
    const resources = toCloudFormationResources(template);
    expect(resources.size).toBeGreaterThan(60);
    expect([...resources.keys()]).toContain('Database (AWS::RDS::DBInstance)');
  });

  it('tells short forms apart, and not how they are written', () => {
    const of = (value: string) =>
      toCloudFormationResources(
        `Resources:\n  A: # here\n    Type: T\n    Properties: { Name: ${value} }\n`,
      ).get('A (T)');
    expect(of('!Ref Vpc')).not.toBe(of('!GetAtt Vpc'));
    expect(of('!Ref Vpc')).not.toBe(of('Vpc'));
    expect(of('!Select [0, !Ref Zones]')).not.toBe(
      of('!Select [1, !Ref Zones]'),
    );
    expect(of('!Sub "x"')).toBe(of("!Sub 'x'"));
    expect(of('{ a: 1, b: 2 }')).toBe(of('{ b: 2, a: 1 }'));
  });

  it.each(['Resources: [', 'a: 1', 'Resources: { A: {} }', ''])(
    'refuses %j',
    text => {
      expect(() => toCloudFormationResources(text)).toThrow(Error);
    },
  );
});
