import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { testStamp } from '../__testUtils__/testStamp';
import { parseTemplateRecord } from './parseTemplateRecord';
import { upgradeStamp } from './upgradeStamp';
import type { StampUpgrade } from './upgradeStamp';

const stamp = testStamp();
const base = stamp.files.map(({ path, content, executable }) => ({
  path,
  content: Buffer.from(content, 'base64'),
  executable,
}));
const code = {
  path: 'backend/app/main.py',
  content: 'as it was stamped first',
  executable: false,
};
const target = {
  accountId: '123456789012',
  cluster: 'sandbox',
  clusterMode: 'create',
  namespacePattern: '{name}-{environment}',
  region: 'us-east-1',
} as const;
const environment = (name: string) => ({
  answers: answersSchema.parse({
    ...stamp.record.environments.staging,
    environment: name,
  }),
  target,
});

function upgrade(changes: Partial<StampUpgrade> = {}) {
  const { files, ...told } = upgradeStamp({
    base: { record: stamp.record, files: [...base, code] },
    version: '0.5.0',
    content: [
      { path: 'README.md', content: 'Theirs\n' },
      { path: 'backend/app/main.py', content: 'newer' },
      { path: 'backend/app/redis.py', content: 'new' },
      { path: 'Makefile', content: 'all:\n' },
    ],
    environments: [environment('staging'), environment('production')],
    repositoryUrl: stamp.repositoryUrl,
    ...changes,
  });
  const texts = new Map(
    files.map(file => [file.path, Buffer.from(file.content).toString()]),
  );
  const record = parseTemplateRecord(texts.get('.sovd-template.yaml') ?? '');
  return { ...told, files, texts, record };
}

describe('upgradeStamp', () => {
  it("keeps the team's own files as they were seeded, and adds new ones", () => {
    const { texts, seeded } = upgrade();
    expect(texts.get('backend/app/main.py')).toBe('as it was stamped first');
    expect(texts.get('backend/app/redis.py')).toBe('new');
    expect(texts.get('Makefile')).toBe('all:\n');
    expect(seeded).toEqual(['backend/app/redis.py']);
  });

  it('renews the marked sections of README.md alone', () => {
    const { texts } = upgrade();
    const [before, table, after] = (texts.get('README.md') ?? '').split(
      /<!-- sovd:(?:begin|end) environments -->/,
    );
    expect(before).toMatch(/^Ours\n/);
    expect(table).toContain('environments/production/README.md');
    expect(after).toBe('\n');
  });

  it('writes the files of every environment, and the record of all', () => {
    const { texts, record } = upgrade();
    expect(record.template).toEqual({ name: 'sovd-webapp', version: '0.5.0' });
    expect(Object.keys(record.environments)).toEqual(['production', 'staging']);
    expect(texts.has('environments/production/values.yaml')).toBe(true);
    const { 'scripts/run.sh': _, ...stamped } = record.files;
    expect(['.sovd-template.yaml', ...Object.keys(stamped)].sort()).toEqual(
      [...texts.keys()].sort(),
    );
  });

  it('tells of files that the template no longer has, for good', () => {
    const first = upgrade();
    expect(first.removed).toEqual(['scripts/run.sh']);
    expect(first.texts.has('scripts/run.sh')).toBe(false);
    const entry = stamp.record.files['scripts/run.sh'];
    const removed = { sha256: entry.sha256, policy: 'removed' };
    expect(first.record.files['scripts/run.sh']).toEqual(removed);
    const second = upgrade({
      base: { record: first.record, files: first.files },
      version: '0.6.0',
    });
    expect(second.removed).toEqual([]);
    expect(second.record.files['scripts/run.sh']).toEqual(removed);
  });

  it('changes nothing the second time', () => {
    const first = upgrade();
    const again = upgrade({
      base: { record: first.record, files: first.files },
    });
    expect(again.texts).toEqual(first.texts);
  });

  it('goes no version back', () => {
    expect(() => upgrade({ version: '0.3.0' })).toThrow(
      /has version 0\.4\.0 of its template, and this portal has 0\.3\.0\. Update the portal first/,
    );
  });
});
