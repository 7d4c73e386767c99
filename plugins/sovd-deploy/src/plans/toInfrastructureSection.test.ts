import type { ResourceChange } from '@sovd/plugin-sovd-deploy-common';
import { toInfrastructureSection } from './toInfrastructureSection';

const resource = (
  logicalId: string,
  action: ResourceChange['action'],
): ResourceChange => ({
  logicalId,
  type: 'AWS::RDS::DBInstance',
  action,
  properties: [{ path: 'DBInstanceClass', from: 'a', to: 'b' }],
});

describe('toInfrastructureSection', () => {
  it.each<[ResourceChange[], string, string]>([
    [[], 'none', 'No cloud resource changes.'],
    [
      [resource('Queue', 'add'), resource('Database', 'change')],
      'quiet',
      'Queue is added; Database changes. Nothing is replaced or deleted.',
    ],
    [
      [resource('A', 'change'), resource('B', 'change')],
      'quiet',
      'A and B change. Nothing is replaced or deleted.',
    ],
    [
      [resource('Database', 'change'), resource('Cache', 'replace')],
      'danger',
      'Cache is replaced; Database changes.',
    ],
    [[resource('Cache', 'maybe-replace')], 'danger', 'Cache may be replaced.'],
    [
      [resource('A', 'delete'), resource('B', 'delete')],
      'danger',
      'A and B are deleted.',
    ],
  ])('case %#', (infrastructure, level, sentence) => {
    expect(toInfrastructureSection({ infrastructure })).toMatchObject({
      level,
      sentence,
    });
  });

  it('shows properties, and what a replacement costs', () => {
    const [row] = toInfrastructureSection({
      infrastructure: [resource('Cache', 'replace')],
    }).rows;
    expect(row).toMatchObject({
      kind: 'replace',
      subject: 'Cache (AWS::RDS::DBInstance)',
      detail: expect.stringContaining('is lost'),
      fields: [{ path: 'DBInstanceClass', before: 'a', after: 'b' }],
    });
  });
});
