import { randomBytes } from 'node:crypto';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exists } from '../builds/buildOnce.ts';
import { giveToUnprivileged } from '../processes/giveToUnprivileged.ts';
import { makeSelfSigned } from '../processes/openssl.ts';
import { runProgram } from '../processes/runProgram.ts';
import { unprivileged } from '../processes/unprivileged.ts';
import { writeSecret } from '../processes/writeSecret.ts';
import type { Settings } from '../settings.ts';
import { postgresAdmin, postgresFiles } from './connection.ts';
import { postgresConfiguration } from './postgresConfiguration.ts';
import { postgresPrograms } from './postgresPrograms.ts';

/** A certificate of its own for TLS, the administrator's password, and the data folder; what exists is kept. */
export async function prepareCluster(settings: Settings): Promise<void> {
  const files = postgresFiles(settings);
  await mkdir(files.folder, { recursive: true, mode: 0o700 });
  if (!(await exists(files.password))) {
    await writeSecret(files.password, randomBytes(18).toString('base64url'));
  }
  if (!(await exists(files.certificate))) {
    const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
    await makeSelfSigned('localhost', files, [names]);
    await chmod(files.key, 0o600);
  }
  // PG_VERSION is among the first files that initdb writes, this one is written by us at the end.
  const complete = path.join(files.folder, 'complete');
  if (!(await exists(complete))) {
    await createCluster(settings);
    await writeFile(complete, '');
  }
  await writeFile(
    path.join(files.data, 'postgresql.auto.conf'),
    postgresConfiguration(settings.ports.postgres, files),
  );
}

async function createCluster(settings: Settings): Promise<void> {
  const files = postgresFiles(settings);
  await rm(files.data, { recursive: true, force: true });
  await giveToUnprivileged(files.folder);
  const { program, args } = unprivileged(
    path.join(await postgresPrograms(), 'initdb'),
    [
      ...['-D', files.data, '-U', postgresAdmin, '-E', 'UTF8'],
      ...['--locale=C.UTF-8', '--auth=scram-sha-256'],
      ...[`--pwfile=${files.password}`, '--no-sync'],
    ],
  );
  await runProgram(program, args, {
    cwd: files.folder,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
    log: path.join(settings.state, 'log', 'initdb.log'),
  });
}
