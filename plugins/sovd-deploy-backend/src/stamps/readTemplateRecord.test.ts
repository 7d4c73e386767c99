import { ConflictError } from '@backstage/errors';
import { testStamp } from '../__testUtils__/testStamp';
import { readTemplateRecord } from './readTemplateRecord';

const RECORD = '.sovd-template.yaml';

describe('readTemplateRecord', () => {
  it('reads what a stamp records', () => {
    const texts = testStamp({ version: '0.4.0', environments: ['production'] });
    expect(readTemplateRecord(texts[RECORD], 'fleet')).toMatchObject({
      application: 'fleet',
      template: { name: 'sovd-webapp', version: '0.4.0' },
      environments: { production: { environment: 'production' } },
    });
  });

  it('takes files of early records, which say no policy, for generated', () => {
    const early = testStamp()[RECORD].replace(/ +policy: generated\n/, '');
    expect(early).not.toContain('policy');
    const { files } = readTemplateRecord(early, 'fleet');
    expect(Object.values(files)).toMatchObject([{ policy: 'generated' }]);
  });

  it.each([
    ['YAML that is none', 'application: ['],
    ['another document', 'kind: ConfigMap\n'],
    ['nothing', ''],
  ])('refuses %s, says of what it is, and what to do', (_, text) => {
    const read = () => readTemplateRecord(text, 'http://git/sovd/fleet');
    expect(read).toThrow(ConflictError);
    expect(read).toThrow(/of http:\/\/git\/sovd\/fleet can't be read: /);
    expect(read).toThrow(/take it from the branch sovd-template\/base/);
  });
});
