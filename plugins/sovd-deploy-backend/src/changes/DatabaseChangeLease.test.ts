import { InputError } from '@backstage/errors';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { Knex } from 'knex';
import { setTime } from '../__testUtils__/setTime';
import { testDatabases } from '../__testUtils__/testDatabases';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import { DatabaseReleaseStore } from '../releases/DatabaseReleaseStore';
import { DatabaseChangeLease } from './DatabaseChangeLease';
import { DatabaseChangeStore } from './DatabaseChangeStore';
import { LeaseLostError } from './LeaseLostError';

const LEASE = 5_000;

describe('DatabaseChangeLease', () => {
  const databases = testDatabases();
  let now: number;

  async function setUp(database: Knex) {
    now = 1_000_000;
    const changes = new DatabaseChangeStore(database, () => now);
    const start = async (name: string) => {
      const { environment } = await new DatabaseEnvironmentRegistry(
        database,
      ).register(proposeEnvironment({ name }));
      const { change } = await changes.start(environment, {
        kind: 'create',
        requestedBy: 'user:default/ann',
      });
      return { environmentId: environment.id, changeId: change.id };
    };
    const row = (environmentId: string) =>
      database('change_leases')
        .where({ environment_id: environmentId })
        .first();
    /** The lease of a holder who has just claimed it. */
    const hold = async (
      place: { environmentId: string; changeId: string },
      epoch: number,
    ) => {
      await database('change_leases')
        .where({ environment_id: place.environmentId })
        .update({ epoch, holder: 'me', expires_at: now + LEASE });
      return new DatabaseChangeLease(
        database,
        { ...place, epoch },
        LEASE,
        setTime(() => now),
      );
    };
    return { changes, start, row, hold };
  }
  const line = (text: string) => ({
    at: new Date(now).toISOString(),
    stage: 'stack' as const,
    text,
  });

  describe.each(databases.ids)('on %p', id => {
    it('loads what it saved, and lives longer with each write', async () => {
      const { start, row, hold } = await setUp(await databases.open(id));
      const fleet = await start('fleet');
      const lease = await hold(fleet, 3);
      const state = await lease.load();
      const [stack, ...rest] = state.change.stages;
      const startedAt = new Date(now).toISOString();
      const next = {
        ...state,
        change: {
          ...state.change,
          version: '2.4.1',
          stages: [
            { ...stack, phase: 'succeeded' as const, startedAt, summary: 'Ok' },
            ...rest,
          ],
        },
        checkpoints: { release: { told: ['a'] } },
        results: { stack: { outputs: { databaseHost: 'db' } } },
        attempts: 2,
        nextLookAt: now + 60_000,
      };
      now += 1_000;
      await lease.save(next);
      await expect(lease.load()).resolves.toMatchObject(next);
      const { expires_at: expiresAt, holder } = await row(fleet.environmentId);
      expect([Number(expiresAt), holder]).toEqual([now + LEASE, 'me']);
    });

    it('counts the lines of its own change on, whoever wrote the first', async () => {
      const { changes, start, hold } = await setUp(await databases.open(id));
      const [fleet, other] = [await start('fleet'), await start('other')];
      const dead = await hold(fleet, 1);
      await dead.append([line('one'), line('two')]);
      await (await hold(other, 1)).append([line('of another change')]);
      const heir = await hold(fleet, 2);
      await heir.append([]);
      await heir.append([line('three')]);
      const log = await changes.log(fleet.changeId, 0);
      expect(log.map(({ position, text }) => [position, text])).toEqual([
        [1, 'one'],
        [2, 'two'],
        [3, 'three'],
      ]);
    });

    it('keeps a long log in its order', async () => {
      const { changes, start, hold } = await setUp(await databases.open(id));
      const fleet = await start('fleet');
      const lease = await hold(fleet, 1);
      const texts = Array.from({ length: 250 }, (_, index) => `${index}`);
      await lease.append(texts.map(line));
      const log = await changes.log(fleet.changeId, 0);
      expect(log.map(({ text }) => text)).toEqual(texts);
    });

    it.each<[string, { epoch?: number; changeId?: string }]>([
      ['an older epoch', { epoch: 1 }],
      ['a later epoch', { epoch: 3 }],
      ['another change', { changeId: crypto.randomUUID() }],
    ])('writes nothing with %s than the row has', async (_, wrong) => {
      const database = await databases.open(id);
      const { changes, start, row, hold } = await setUp(database);
      const fleet = await start('fleet');
      const state = await (await hold(fleet, 2)).load();
      const before = await row(fleet.environmentId);
      const late = new DatabaseChangeLease(
        database,
        { ...fleet, epoch: 2, ...wrong },
        LEASE,
        setTime(() => now + 1),
      );
      await expect(late.save(state)).rejects.toThrow(LeaseLostError);
      await expect(late.append([line('late')])).rejects.toThrow(LeaseLostError);
      await expect(late.renew()).rejects.toThrow(LeaseLostError);
      const write = jest.fn(async () => {});
      await expect(late.write(write)).rejects.toThrow(LeaseLostError);
      expect(write).not.toHaveBeenCalled();
      await expect(changes.log(fleet.changeId, 0)).resolves.toEqual([]);
      await expect(row(fleet.environmentId)).resolves.toEqual(before);
    });

    it('writes beside its change what is all right together, or none of it', async () => {
      const database = await databases.open(id);
      const { start, hold } = await setUp(database);
      const fleet = await start('fleet');
      const registry = new DatabaseEnvironmentRegistry(database);
      const releases = new DatabaseReleaseStore(database);
      const { answers, ...environment } = await registry.get(
        fleet.environmentId,
      );
      const release = {
        name: environment.releaseName,
        namespace: environment.namespace,
        revision: 1,
        chartVersion: '0.1.0',
        commit: 'c'.repeat(40),
        images: [
          {
            component: 'backend' as const,
            repository: 'r/fleet-backend',
            tag: 'v1.0.0',
            digest: `sha256:${'a'.repeat(64)}`,
          },
        ],
        deployedAt: '2026-11-21T10:00:00.000Z',
      };
      const lease = await hold(fleet, 1);
      const writeWith = (changed: Answers) =>
        lease.write(async stores => {
          await stores.releases.record(environment.id, release);
          await stores.registry.changeAnswers(environment.id, changed);
        });
      await expect(
        writeWith({ ...answers, target: 'elsewhere' }),
      ).rejects.toThrow(InputError);
      await expect(releases.latest(environment)).resolves.toBeUndefined();

      const changed = { ...answers, backendReplicas: 5 };
      await writeWith(changed);
      await expect(releases.latest(environment)).resolves.toEqual(release);
      await expect(registry.get(environment.id)).resolves.toMatchObject({
        answers: changed,
      });

      await hold(fleet, 2);
      await expect(
        lease.write(stores => stores.releases.forget(environment.id)),
      ).rejects.toThrow(LeaseLostError);
      await expect(releases.latest(environment)).resolves.toEqual(release);
    });

    it('takes nothing away from whoever holds it now', async () => {
      const { start, row, hold } = await setUp(await databases.open(id));
      const fleet = await start('fleet');
      const dead = await hold(fleet, 1);
      await hold(fleet, 2);
      const before = await row(fleet.environmentId);
      await dead.release();
      await expect(row(fleet.environmentId)).resolves.toEqual(before);
    });

    it('gives the environment free when its change has ended', async () => {
      const { start, row, hold } = await setUp(await databases.open(id));
      const fleet = await start('fleet');
      const lease = await hold(fleet, 1);
      const state = await lease.load();
      const finishedAt = new Date(now).toISOString();
      await lease.save({
        ...state,
        change: { ...state.change, phase: 'succeeded', finishedAt },
      });
      expect(await row(fleet.environmentId)).toMatchObject({
        change_id: null,
        holder: null,
      });
      await expect(lease.append([line('late')])).rejects.toThrow(
        LeaseLostError,
      );
    });

    it('says that there is no such change', async () => {
      const database = await databases.open(id);
      const { start, hold } = await setUp(database);
      const fleet = await start('fleet');
      const lease = await hold({ ...fleet, changeId: fleet.environmentId }, 1);
      await expect(lease.load()).rejects.toThrow(
        `There is no change ${fleet.environmentId}`,
      );
    });
  });
});
