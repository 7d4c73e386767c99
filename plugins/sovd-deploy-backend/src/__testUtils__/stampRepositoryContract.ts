// A contract is a suite that several test files run.
/* eslint-disable jest/no-export */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { StampedFile } from '@sovd/plugin-sovd-deploy-common';
import { readTemplateRecord } from '../stamps/readTemplateRecord';
import type { NewStamp, StampRepository } from '../stamps/StampRepository';
import { testStamp, toStampedFiles } from './testStamp';
import type { TestStamp } from './testStamp';

/** A repository under test, and what people do to it. */
export interface StampRepositorySetup {
  stamps: StampRepository;
  url: string;
  /** Publishes the repository with its first commit. */
  publish(files: Record<string, string>): Promise<void>;
  /** The team commits to the default branch; what is undefined is deleted. */
  edit(files: Record<string, string | undefined>): Promise<void>;
  /** Somebody merges the branch of a proposal. */
  merge(branch: string, how: 'merge' | 'squash'): Promise<void>;
}

const noCompare = async () => '';
const BRANCH = 'sovd/template-0.4.0';

const first: TestStamp = {
  files: {
    Makefile: ['all:\n', 'managed'],
    'docs/guide.md': ['Guide\n', 'managed'],
    'backend/app/main.py': ['print("seed")\n', 'seeded'],
  },
};

const second: TestStamp = {
  version: '0.4.0',
  files: {
    Makefile: ['all: build\n', 'managed'],
    'docs/guide.md': ['Guide\n', 'managed'],
    'backend/app/main.py': ['print("newer seed")\n', 'seeded'],
    'backend/app/health.py': ['ok = True\n', 'seeded'],
  },
};

function newStamp(base: string, stamp: TestStamp, branch = BRANCH): NewStamp {
  const texts = testStamp(stamp);
  const record = readTemplateRecord(texts['.sovd-template.yaml'], 'a test');
  const files = toStampedFiles(texts);
  return { base, branch, message: 'Stamp', record, files };
}

function textsOf(files: readonly StampedFile[]): Record<string, string> {
  return Object.fromEntries(
    files.map(({ path: file, content }) => [
      file,
      Buffer.from(content, 'base64').toString(),
    ]),
  );
}

/** What every stamp repository does, the fake and the real one. */
export function describeStampRepository(
  setUp: () => Promise<StampRepositorySetup>,
): void {
  async function published() {
    const setup = await setUp();
    await setup.publish(testStamp(first));
    const { stamps, url } = setup;
    const read = async (open = false) => stamps.readStamp(url, open);
    const write = (base: string, stamp = second, open = false) =>
      stamps.write(url, newStamp(base, stamp), open, noCompare);
    return { ...setup, read, write };
  }

  it('takes the first commit for the stamp, whatever the team did since', async () => {
    const { edit, read } = await published();
    await edit({ Makefile: 'all: ours\n', 'team.md': 'Ours\n' });
    const { files, record } = await read();
    expect(record.template.version).toBe('0.3.0');
    expect(textsOf(files)).toEqual(testStamp(first));
  });

  it('has nothing to say of a repository that is not there, or has no record', async () => {
    const { edit, stamps, url } = await published();
    await expect(stamps.readHead(`${url}-gone`)).rejects.toThrow(NotFoundError);
    await expect(stamps.readStamp(`${url}-gone`, false)).rejects.toThrow(
      NotFoundError,
    );
    await edit({ '.sovd-template.yaml': undefined });
    const head = await stamps.readHead(url);
    await expect(stamps.readCondition(url, head)).rejects.toThrow(
      /has no \.sovd-template\.yaml/,
    );
  });

  it('says that a record is broken, and where a good one is', async () => {
    const { edit, stamps, url } = await published();
    await edit({ '.sovd-template.yaml': 'application: [' });
    const head = await stamps.readHead(url);
    const refusal = stamps.readCondition(url, head);
    await expect(refusal).rejects.toThrow(ConflictError);
    await expect(refusal).rejects.toThrow(/take it from .*sovd-template\/base/);
    // the stamp is another commit
    const { record } = await stamps.readStamp(url, false);
    expect(record.application).toBe('fleet');
  });

  it('tells which files drifted from what was stamped', async () => {
    const { edit, stamps, url } = await published();
    await edit({
      Makefile: 'all: ours\n',
      'docs/guide.md': undefined,
      'backend/app/main.py': 'print("ours")\n',
    });
    const head = await stamps.readHead(url);
    const { drift, record } = await stamps.readCondition(url, head);
    expect(record.application).toBe('fleet');
    expect(drift).toEqual([
      { path: 'Makefile', policy: 'managed', state: 'edited' },
      { path: 'docs/guide.md', policy: 'managed', state: 'missing' },
    ]);
  });

  it('writes a stamp, which is the newest as long as its proposal is open', async () => {
    const { read, write } = await published();
    const former = await read();
    const written = await write(former.commit);
    expect(written).toMatchObject({
      state: 'written',
      former: former.commit,
      conflicts: [],
    });
    const newest = await read(true);
    expect(newest.commit).toBe(written.commit);
    expect(textsOf(newest.files)).toMatchObject({
      Makefile: 'all: build\n',
      'backend/app/main.py': 'print("seed")\n',
      'backend/app/health.py': 'ok = True\n',
    });
  });

  it('writes the same stamp once, and no other while it is open', async () => {
    const { read, write } = await published();
    const { commit: base } = await read();
    const { commit } = await write(base);
    await expect(write(base, second, true)).resolves.toMatchObject({
      state: 'present',
      commit,
    });
    const other = { ...second, environments: ['staging', 'production'] };
    await expect(write(base, other, true)).resolves.toMatchObject({
      state: 'different',
    });
    expect((await read(true)).commit).toBe(commit);
  });

  it.each(['merge', 'squash'] as const)(
    'goes on from a stamp that came in by a %s, and keeps edits without a conflict',
    async how => {
      const { edit, merge, read, stamps, url, write } = await published();
      await edit({ 'docs/guide.md': 'Our guide\n' });
      const { commit } = await write((await read()).commit);
      await merge(BRANCH, how);
      expect((await read()).commit).toBe(commit);
      await expect(write(commit)).resolves.toMatchObject({
        state: 'unchanged',
      });

      // what the stamp brought is changed by the team, and then by the next stamp elsewhere
      await edit({ 'backend/app/health.py': 'ok = False\n' });
      const third: TestStamp = {
        ...second,
        version: '0.5.0',
        files: { ...second.files, Makefile: ['all: test\n', 'managed'] },
      };
      const next = await stamps.write(
        url,
        newStamp(commit, third, 'sovd/template-0.5.0'),
        false,
        noCompare,
      );
      expect(next).toMatchObject({ state: 'written', conflicts: [] });
      await merge('sovd/template-0.5.0', how);
      const head = await stamps.readHead(url);
      const { drift, record } = await stamps.readCondition(url, head);
      expect(record.template.version).toBe('0.5.0');
      expect(drift).toEqual([
        { path: 'docs/guide.md', policy: 'managed', state: 'edited' },
      ]);
    },
  );

  it('goes back behind a stamp that nobody merged', async () => {
    const { edit, read, write } = await published();
    const { commit: base } = await read();
    const { commit: refused } = await write(base);
    expect((await read()).commit).toBe(base);
    await edit({ 'team.md': 'Ours\n' });
    const other = { ...second, environments: ['staging', 'production'] };
    const { commit, state } = await write(base, other);
    expect(state).toBe('written');
    expect(commit).not.toBe(refused);
    expect((await read(true)).commit).toBe(commit);
  });

  it('names the files that both sides changed', async () => {
    const { edit, read, write } = await published();
    await edit({ Makefile: 'all: ours\n', 'docs/guide.md': 'Our guide\n' });
    const { conflicts } = await write((await read()).commit);
    expect(conflicts).toEqual(['Makefile']);
  });

  it('has both stamps compared before it writes, and only then', async () => {
    const { read, stamps, url } = await published();
    const { commit: base } = await read();
    const compare = jest.fn(async (former: string, next: string) => {
      const texts = [former, next].map(folder =>
        readFile(path.join(folder, 'Makefile'), 'utf8'),
      );
      return (await Promise.all(texts)).join('→');
    });
    const write = (open: boolean) =>
      stamps.write(url, newStamp(base, second), open, compare);
    await expect(write(false)).resolves.toMatchObject({
      difference: 'all:\n→all: build\n',
    });
    await write(true);
    expect(compare).toHaveBeenCalledTimes(1);

    compare.mockRejectedValue(new Error('No helm here'));
    const { commit } = await read();
    const refused = stamps.write(url, newStamp(commit, second), false, compare);
    await expect(refused).rejects.toThrow('No helm here');
    expect((await read()).commit).toBe(base);
  });

  it('refuses a stamp that was made from an older one', async () => {
    const { merge, read, stamps, url, write } = await published();
    const { commit: base } = await read();
    await write(base);
    await merge(BRANCH, 'merge');
    const late = newStamp(
      base,
      { ...second, version: '0.5.0' },
      'sovd/template-0.5.0',
    );
    const refusal = stamps.write(url, late, false, noCompare);
    await expect(refusal).rejects.toThrow(ConflictError);
    await expect(refusal).rejects.toThrow(/was made from/);
  });

  it('takes the first commit for the base once it was prepared, too', async () => {
    const { read, stamps, url } = await published();
    const { commit } = await read();
    await stamps.prepare(url);
    await stamps.prepare(url);
    expect((await read()).commit).toBe(commit);
  });
}
