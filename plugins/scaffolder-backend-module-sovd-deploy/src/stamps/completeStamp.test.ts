import { createHash } from 'node:crypto';
import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { completeStamp } from './completeStamp';
import { parseTemplateRecord } from './parseTemplateRecord';

const staging = answersSchema.parse({
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'aws',
});
const dev = { ...staging, environment: 'dev' };
const source = {
  environments: [staging, dev],
  repositoryUrl: 'http://git.test/sovd/fleet',
  template: { name: 'sovd-webapp', version: '0.4.0' },
};
const files = [
  { path: 'README.md', content: Buffer.from('Ours é\n') },
  { path: 'image.png', content: Buffer.from([0, 255]) },
  { path: '.sovd-template.yaml', content: 'the former record' },
];

describe('completeStamp', () => {
  it('writes what is shared, and last the record of everything but itself', () => {
    const written = completeStamp({ ...source, files });
    expect(written.map(({ path }) => path)).toEqual([
      'CODEOWNERS',
      'catalog-info.yaml',
      'README.md',
      '.sovd-template.yaml',
    ]);
    const record = parseTemplateRecord(written[3].content);
    expect(Object.keys(record.environments)).toEqual(['dev', 'staging']);
    expect(Object.keys(record.files)).toEqual([
      'CODEOWNERS',
      'README.md',
      'catalog-info.yaml',
      'image.png',
    ]);
    const sumOf = (content: string | Uint8Array) =>
      createHash('sha256').update(content).digest('hex');
    expect(record.files['image.png'].sha256).toBe(sumOf(files[1].content));
    expect(record.files['README.md']).toEqual({
      sha256: sumOf(written[2].content),
      policy: 'seeded',
    });
    expect(written[2].content).toMatch(/^Ours é\n[^]*dev[^]*staging/);
  });

  it('makes no README where there is none', () => {
    const written = completeStamp({ ...source, files: [] });
    expect(written.map(({ path }) => path)).not.toContain('README.md');
  });
});
