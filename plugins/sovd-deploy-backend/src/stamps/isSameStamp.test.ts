import { testStamp } from '../__testUtils__/testStamp';
import type { TestStamp } from '../__testUtils__/testStamp';
import { isSameStamp } from './isSameStamp';
import { readTemplateRecord } from './readTemplateRecord';

describe('isSameStamp', () => {
  const stamp: TestStamp = {
    environments: ['staging', 'production'],
    files: { Makefile: ['all:\n', 'managed'], values: ['3', 'generated'] },
  };
  const record = (changed: TestStamp = {}) =>
    readTemplateRecord(
      testStamp({ ...stamp, ...changed })['.sovd-template.yaml'],
      'a test',
    );

  it('knows a stamp again whose generated files a change has written anew', () => {
    expect(
      isSameStamp(
        record(),
        record({ environments: ['production', 'staging'] }),
      ),
    ).toBe(true);
    expect(
      isSameStamp(
        record(),
        record({ files: { ...stamp.files, values: ['5', 'generated'] } }),
      ),
    ).toBe(true);
  });

  it.each<[string, TestStamp]>([
    ['version', { version: '0.9.0' }],
    ['application', { application: 'other' }],
    ['environments', { environments: ['staging'] }],
    ['managed files', { files: { Makefile: ['test:\n', 'managed'] } }],
  ])('takes another one for another by its %s', (_, changed) => {
    expect(isSameStamp(record(), record(changed))).toBe(false);
  });
});
