import { templateRecordSchema } from './templateRecord';

const record = {
  apiVersion: 'sovd.io/v1',
  kind: 'TemplateRecord',
  application: 'fleet',
  template: { name: 'sovd-webapp' },
  environments: {},
  files: { Makefile: { sha256: '0a'.repeat(32) } },
};

describe('templateRecordSchema', () => {
  it('takes a file without a policy for a generated one, as early records meant it', () => {
    expect(templateRecordSchema.parse(record).files.Makefile.policy).toBe(
      'generated',
    );
  });

  it.each([
    ['another kind', { kind: 'Record' }],
    ['no application', { application: undefined }],
    [
      'a policy that nobody knows',
      { files: { a: { sha256: '', policy: 'x' } } },
    ],
  ])('refuses %s', (_, wrong) => {
    const given = { ...record, ...wrong };
    expect(templateRecordSchema.safeParse(given).success).toBe(false);
  });
});
