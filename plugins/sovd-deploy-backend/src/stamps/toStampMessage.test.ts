import { testStamp } from '../__testUtils__/testStamp';
import { readTemplateRecord } from './readTemplateRecord';
import { toStampMessage } from './toStampMessage';

describe('toStampMessage', () => {
  const texts = testStamp({ environments: ['staging', 'production'] });
  const record = readTemplateRecord(texts['.sovd-template.yaml'], 'a test');

  it('says template, version and environments in order', () => {
    expect(toStampMessage(record)).toBe(
      'Stamp sovd-webapp 0.3.0: production, staging',
    );
  });

  it('does without a version', () => {
    const template = { name: 'sovd-webapp' };
    expect(toStampMessage({ ...record, template })).toBe(
      'Stamp sovd-webapp: production, staging',
    );
  });
});
