import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import path from 'node:path';

import type { V1Deployment, V1Job, V1Pod } from '@kubernetes/client-node';

import { gitOrganization } from '../../src/git/gitConnection.ts';
import { digestOf } from '../../src/images/imageReference.ts';
import { RunningSandbox, until } from '../RunningSandbox.ts';
import { MigratedRepository } from './MigratedRepository.ts';
import {
  guards,
  killRunner,
  migrations,
  startRunner,
} from './runnerProcess.ts';

const sandbox = new RunningSandbox();
const { kubectl, settings } = sandbox;
const chart = path.join(import.meta.dirname, 'chart');
const never = ['migration.restartPolicy=Never', 'migration.backoffLimit=0'];
const migration = 'app.kubernetes.io/component=migration';
let namespace: string;
let database: string;
let repository: MigratedRepository;

const setPassword = (value: string) =>
  kubectl.apply([
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'fleet-secrets', namespace },
      stringData: { 'database-password': value },
    },
  ]);

before(async () => {
  namespace = await sandbox.namespace('jobs');
  database = `${namespace}.fleet`;
  repository = await MigratedRepository.publish(settings, namespace);
  await setPassword('s3cret-A.b~c');
});
after(async () => {
  await sandbox.remove(namespace);
  await repository.dispose();
  await sandbox.withDatabase('postgres', async client => {
    await client.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    await client.query(`DROP ROLE IF EXISTS "${namespace}.fleet"`);
  });
});

const here = () => `--namespace=${namespace}`;

/** Installs or upgrades; true when Helm says that it worked. */
async function deploy(tag: string, ...values: string[]): Promise<boolean> {
  const image = `localhost:${settings.ports.images}/${gitOrganization}/${repository.name}-backend`;
  const all = [`image.repository=${image}`, `image.tag=${tag}`, ...values];
  const { failed } = await sandbox.helm([
    ...['upgrade', '--install', 'fleet', chart, here(), '--timeout=2m'],
    ...all.flatMap(value => ['--set', value]),
  ]);
  return !failed;
}

async function pods(label = migration): Promise<V1Pod[]> {
  const { items } = await kubectl.json<{ items: V1Pod[] }>([
    ...['get', 'pods', here(), '--selector', label],
    '--sort-by=.metadata.creationTimestamp',
  ]);
  return items;
}
const lastPod = async () => (await pods()).at(-1);
const stateOf = (pod?: V1Pod) => pod?.status?.containerStatuses?.[0].state;
const waiting = async () => stateOf(await lastPod())?.waiting?.reason;
const waitingFor = (reason: string) =>
  until(reason, async () => (await waiting()) === reason);

async function terminated(label?: string) {
  return stateOf((await pods(label)).at(-1))?.terminated;
}
async function report(label?: string): Promise<Record<string, unknown>> {
  return JSON.parse((await terminated(label))?.message ?? '{}') as Record<
    string,
    unknown
  >;
}

async function column(sql: string): Promise<string[]> {
  return sandbox.withDatabase(database, async client => {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows.map(row => String(row[0]));
  });
}
const version = async () =>
  (await column('SELECT version_num FROM alembic_version'))[0];
const sessions = (count: number) =>
  until(`${count} sessions of Alembic`, async () => {
    const found = await column(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'alembic' AND datname = current_database()`,
    );
    return found.length === count;
  });

/** Runs work while somebody holds the table that the migration needs. */
const whileLocked = (work: (release: () => Promise<void>) => Promise<void>) =>
  sandbox.withDatabase(database, async client => {
    await client.query('BEGIN');
    await client.query('LOCK TABLE vehicle IN ACCESS EXCLUSIVE MODE');
    await work(async () => {
      await client.query('ROLLBACK');
    });
  });

describe('migrations really run', () => {
  test('a first install brings the database to the tag’s head', async () => {
    assert.equal(await deploy('v1'), true);
    const { durationMs, ...rest } = await report();
    assert.deepEqual(rest, {
      current: ['0002'],
      heads: ['0002'],
      applied: ['0001', '0002'],
    });
    assert.equal(typeof durationMs, 'number');
    const tables = await column(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    assert.deepEqual(tables, ['alembic_version', 'fault', 'vehicle']);
  });

  test('its log is the container’s', async () => {
    const log = await kubectl.run([
      ...['logs', here(), '--selector', migration],
    ]);
    assert.equal(log.match(/Running upgrade/g)?.length, 2);
  });

  test('its pod ran on the commit that the tag names', async () => {
    const status = (await lastPod())?.status?.containerStatuses?.[0];
    const digest = digestOf(await repository.commit('v1'));
    assert.equal(status?.imageID.endsWith(`-backend@${digest}`), true);
  });

  test('an upgrade applies only what is new, pinned by digest too', async () => {
    const digest = digestOf(await repository.commit('v2'));
    assert.equal(await deploy(`v2@${digest}`), true);
    assert.deepEqual((await report()).applied, ['0003']);
    assert.equal(await version(), '0003');
  });
});

describe('a migration that fails', () => {
  test('fails the release, says why, and changes nothing', async () => {
    const deployment = () =>
      kubectl.json<V1Deployment>(['get', 'deploy', 'fleet-backend', here()]);
    const was = await deployment();
    assert.equal(
      await deploy(
        'v3',
        'migration.restartPolicy=Never',
        'migration.backoffLimit=1',
      ),
      false,
    );
    const found = await report();
    assert.deepEqual(found.applied, []);
    assert.equal(
      found.error,
      'UndefinedTableError: relation "vehicles" does not exist',
    );
    assert.equal(found.sqlState, '42P01');
    assert.equal(found.revision, '0004');
    assert.equal((await pods()).length, 2);
    assert.equal(await version(), '0003');
    assert.deepEqual((await deployment()).spec, was.spec);
  });

  test('with OnFailure leaves no pod behind', async () => {
    assert.equal(await deploy('v3', 'migration.backoffLimit=1'), false);
    await until('the pod’s end', async () => (await pods()).length === 0);
  });

  test('gives up on a table that others hold', () =>
    whileLocked(async () => {
      await deploy('v4', ...never, 'migration.lockTimeout=2s');
      assert.equal((await report()).sqlState, '55P03');
    }));

  test('is ended at its deadline, with its session', () =>
    whileLocked(async () => {
      await deploy(
        'v4',
        'migration.lockTimeout=0',
        'migration.activeDeadlineSeconds=4',
      );
      const job = await kubectl.json<V1Job>([
        ...['get', 'job', 'fleet-migration', here()],
      ]);
      assert.equal(job.status?.conditions?.at(-1)?.reason, 'DeadlineExceeded');
      assert.deepEqual(migrations(settings), []);
      await sessions(0);
    }));
});

describe('when the runner is killed', () => {
  test('its guard ends the migration, and the pod fails truthfully', () =>
    whileLocked(async () => {
      const deployed = deploy('v4', ...never, 'migration.lockTimeout=0');
      await sessions(1);
      await killRunner(settings);
      await until(
        'the end of the process',
        async () => migrations(settings).length === 0,
      );
      await startRunner(settings);
      assert.equal(await deployed, false);
      const pod = await lastPod();
      assert.deepEqual(
        [
          pod?.status?.phase,
          pod?.status?.reason,
          stateOf(pod)?.terminated?.reason,
        ],
        ['Failed', 'JobRunnerRestarted', 'ContainerStatusUnknown'],
      );
      await sessions(0);
    }));

  test('with its guard, its return ends the orphan and starts again', () =>
    whileLocked(async release => {
      const deployed = deploy('v4', 'migration.lockTimeout=0');
      await sessions(1);
      const [orphan] = migrations(settings);
      for (const guard of guards(settings)) process.kill(guard, 'SIGKILL');
      await killRunner(settings);
      assert.deepEqual(migrations(settings), [orphan]);
      await startRunner(settings);
      await until('the orphan’s end', async () => {
        const [now] = migrations(settings);
        return now !== undefined && now !== orphan;
      });
      await release();
      assert.equal(await deployed, true);
      assert.deepEqual((await report()).current, ['0004']);
      const status = (await lastPod())?.status?.containerStatuses?.[0];
      assert.equal(status?.restartCount, 1);
    }));
});

describe('what isn’t there yet', () => {
  test('a downgrade is a Job of its own, from the newer image', async () => {
    const job = await kubectl.json<V1Job>([
      ...['get', 'job', 'fleet-migration', here()],
    ]);
    const name = 'fleet-downgrade-0002';
    const { template } = job.spec ?? {};
    const [container] = template?.spec?.containers ?? [];
    const labels = { ...(template?.metadata?.labels ?? {}) };
    for (const label of Object.keys(labels)) {
      if (/job-name|controller-uid/.test(label)) delete labels[label];
    }
    labels['sovd.io/direction'] = 'downgrade';
    const spec = {
      ...template?.spec,
      restartPolicy: 'Never',
      containers: [{ ...container, args: ['downgrade', '0002'] }],
    };
    await kubectl.apply([
      {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name, namespace },
        spec: { backoffLimit: 0, template: { metadata: { labels }, spec } },
      },
    ]);
    await kubectl.run([
      ...['wait', here(), '--for=condition=complete', '--timeout=60s'],
      `job/${name}`,
    ]);
    const { durationMs, ...rest } = await report('sovd.io/direction=downgrade');
    assert.deepEqual(rest, {
      current: ['0002'],
      heads: ['0004'],
      applied: ['0004', '0003'],
    });
    assert.equal(typeof durationMs, 'number');
    await kubectl.run(['delete', 'job', name, here()]);
  });

  test('a tag: the pull backs off, and heals when it appears', async () => {
    const deployed = deploy('v9');
    await waitingFor('ErrImagePull');
    await waitingFor('ImagePullBackOff');
    await repository.tag('v9', 'v4');
    assert.equal(await deployed, true);
    assert.equal(await version(), '0004');
  });

  test('the Secret: the container can’t be made until it is there', async () => {
    await kubectl.run(['delete', 'secret', 'fleet-secrets', here()]);
    const deployed = deploy('v4');
    await waitingFor('CreateContainerConfigError');
    // a new password reaches the database, as a rotation does
    await setPassword('rotated');
    assert.equal(await deployed, true);
    assert.equal((await lastPod())?.status?.phase, 'Succeeded');
  });
});

describe('other commands', () => {
  test('one that doesn’t exist can’t be started', async () => {
    await deploy('v4', ...never, 'migration.command={alembicc}');
    const { exitCode, reason } = (await terminated()) ?? {};
    assert.deepEqual([exitCode, reason], [128, 'StartError']);
  });

  test('plain Alembic runs too, without a report', async () => {
    assert.equal(
      await deploy('v4', ...never, 'migration.command={alembic,upgrade,head}'),
      true,
    );
    const { exitCode, message } = (await terminated()) ?? {};
    assert.deepEqual([exitCode, message], [0, undefined]);
  });
});
