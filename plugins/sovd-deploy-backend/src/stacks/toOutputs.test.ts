import { toOutputs } from './toOutputs';

describe('toOutputs', () => {
  it.each([
    ['DatabaseHost', 'databaseHost'],
    ['VpcId', 'vpcId'],
    ['VPCId', 'vpcId'],
    ['ARN', 'arn'],
    ['Region', 'region'],
    ['S3Bucket', 's3Bucket'],
    ['alreadyLower', 'alreadyLower'],
  ])('%s becomes %s', (key, expected) => {
    expect(toOutputs([{ OutputKey: key, OutputValue: 'v' }])).toEqual({
      [expected]: 'v',
    });
  });

  it('keeps empty values and drops outputs without key or value', () => {
    expect(
      toOutputs([
        { OutputKey: 'Empty', OutputValue: '' },
        { OutputKey: 'Nothing' },
        { OutputValue: 'nameless' },
      ]),
    ).toEqual({ empty: '' });
    expect(toOutputs(undefined)).toEqual({});
  });
});
