import { existsSync } from 'node:fs';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { testRepository } from '../__testUtils__/testRepository';
import type { ClusterAccess } from './ClusterAccess';
import { HelmError } from './HelmError';
import { HelmProgram } from './HelmProgram';

const access: ClusterAccess = {
  cluster: 'demo',
  connect: async () => ({
    url: 'https://127.0.0.1:6443',
    ca: 'PEM',
    skipTLSVerify: false,
    token: 'deployers-own-token',
  }),
};

describe('HelmProgram', () => {
  let folder: string;
  let program: HelmProgram;
  const told: string[] = [];

  /** Puts a script in helm's place, which writes what it sees beside itself. */
  const helmDoes = async (script: string) => {
    folder = await testRepository({ helm: '' });
    const helm = path.join(folder, 'helm');
    await writeFile(helm, `#!/bin/sh\nout=${folder}\n${script}\n`);
    await chmod(helm, 0o700);
    program = new HelmProgram({ helm, concurrency: 1 });
  };
  const run = (
    options: Partial<Parameters<HelmProgram['run']>[0]> = {},
  ): Promise<string> =>
    program.run({
      access,
      namespace: 'fleet-staging',
      args: ['list'],
      timeout: 10_000,
      signal: new AbortController().signal,
      tell: line => told.push(line),
      ...options,
    });

  beforeEach(() => {
    told.length = 0;
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives helm a private kubeconfig and homes, and removes them', async () => {
    await helmDoes(
      'cp "$KUBECONFIG" $out/kubeconfig; env > $out/env; stat -c %a "$HOME" "$KUBECONFIG" > $out/modes; echo done "$@"',
    );
    process.env.AWS_SECRET_ACCESS_KEY = 'not for helm';
    expect(await run()).toBe('done list --namespace fleet-staging\n');
    delete process.env.AWS_SECRET_ACCESS_KEY;

    const env = await readFile(path.join(folder, 'env'), 'utf8');
    expect(env).not.toContain('AWS_SECRET_ACCESS_KEY');
    const home = /^HOME=(.*)$/m.exec(env)?.[1] ?? '';
    for (const name of ['CACHE', 'CONFIG', 'DATA']) {
      expect(env).toContain(`HELM_${name}_HOME=${home}/`);
    }
    expect(await readFile(path.join(folder, 'modes'), 'utf8')).toBe(
      '700\n600\n',
    );
    expect(home).toMatch(/sovd-helm-/);
    expect(existsSync(home)).toBe(false);
    expect(
      JSON.parse(await readFile(path.join(folder, 'kubeconfig'), 'utf8')),
    ).toMatchObject({
      clusters: [
        {
          cluster: {
            server: 'https://127.0.0.1:6443',
            'certificate-authority-data': 'UEVN',
          },
        },
      ],
      users: [{ user: { token: 'deployers-own-token' } }],
    });
  });

  it("fails with helm's words, and tells and throws no credential", async () => {
    await helmDoes(
      'echo "using deployers-own-token"; echo "Error: bad token deployers-own-token" >&2; exit 1',
    );
    const failure = await run().catch(error => error);
    expect(failure).toBeInstanceOf(HelmError);
    expect(failure.message).toMatch(/^Error: bad token/);
    expect(told).toHaveLength(2);
    expect(`${failure.message} ${told}`).not.toContain('deployers-own-token');
  });

  it('tells what may pass by itself from what does not', async () => {
    await helmDoes(
      'echo "Error: Kubernetes cluster unreachable: dial tcp: connection refused" >&2; exit 1',
    );
    expect(await run().catch(error => error.passing)).toBe(true);
    await rm(folder, { recursive: true });
    await helmDoes('echo "Error: release: not found" >&2; exit 1');
    const failure = await run().catch(error => error);
    expect(failure.passing).toBe(false);
    expect(failure.releaseNotFound).toBe(true);
  });

  it('ends what takes too long and says so', async () => {
    await helmDoes('exec sleep 60');
    await expect(run({ timeout: 200 })).rejects.toThrow(
      /^helm list took longer than 0 s and was ended/,
    );
  });

  it('runs only so many at once', async () => {
    await helmDoes(
      'mkdir $out/lock || exit 7; sleep 0.2; rmdir $out/lock; echo fine',
    );
    expect(await Promise.all([run(), run(), run()])).toEqual([
      'fine\n',
      'fine\n',
      'fine\n',
    ]);
  });
});
