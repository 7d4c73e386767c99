import { templateRecordSchema } from '@sovd/plugin-sovd-deploy-common';
import type { StampedFile } from '@sovd/plugin-sovd-deploy-common';
import { keepSeededFiles } from './keepSeededFiles';

const record = templateRecordSchema.parse({
  apiVersion: 'sovd.io/v1',
  kind: 'TemplateRecord',
  application: 'fleet',
  template: { name: 'sovd-webapp' },
  environments: {},
  files: {
    'README.md': { sha256: '', policy: 'seeded' },
    'backend/app/main.py': { sha256: '', policy: 'seeded' },
    Makefile: { sha256: '', policy: 'managed' },
  },
});
const file = (path: string, text: string): StampedFile => ({
  path,
  content: Buffer.from(text).toString('base64'),
  executable: false,
});
const table = (text: string) =>
  `<!-- sovd:begin environments -->\n${text}\n<!-- sovd:end environments -->\n`;

function keep(path: string, former: string, fresh: string): string {
  const kept = keepSeededFiles(
    [file(path, fresh)],
    [file(path, former)],
    record,
  );
  expect(kept).toHaveLength(1);
  return Buffer.from(kept[0].content, 'base64').toString('utf8');
}

describe('keepSeededFiles', () => {
  it.each([
    ['backend/app/main.py', 'first', 'newer', 'first'],
    ['backend/app/main.py', 'first\n', 'first\nmore\n', 'first\n'],
    ['Makefile', 'first', 'newer', 'newer'],
    ['docs/unknown.md', 'first', 'newer', 'newer'],
  ])('of %s, %j and %j, takes %j', (path, former, fresh, expected) => {
    expect(keep(path, former, fresh)).toBe(expected);
  });

  it('lets marked sections of a seeded file be renewed', () => {
    const former = `Ours\n${table('staging')}More of ours\n`;
    const fresh = `Ours\n${table('staging\nproduction')}More of ours\n`;
    expect(keep('README.md', former, fresh)).toBe(fresh);
    expect(keep('README.md', 'Ours\n', `Ours\n\n${table('x')}`)).toContain('x');
  });

  it('takes no other text with them', () => {
    const former = `Ours\n${table('staging')}`;
    const fresh = `Theirs\n${table('staging\nproduction')}`;
    expect(keep('README.md', former, fresh)).toBe(former);
  });

  it('keeps what the new stamp leaves out, and adds what is new', () => {
    const kept = keepSeededFiles(
      [file('backend/app/new.py', '')],
      [file('backend/app/main.py', '')],
      record,
    );
    expect(kept.map(({ path }) => path)).toEqual([
      'backend/app/new.py',
      'backend/app/main.py',
    ]);
  });
});
