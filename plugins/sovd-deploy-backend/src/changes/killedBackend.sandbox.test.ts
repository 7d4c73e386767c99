import { randomInt } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type { Environment, StageName } from '@sovd/plugin-sovd-deploy-common';
import knexFactory from 'knex';
import type { Knex } from 'knex';
import { parse } from 'yaml';
import { HoldingProxy } from '../__testUtils__/HoldingProxy';
import type { HeldMoment } from '../__testUtils__/HoldingProxy';
import { sandboxConfig } from '../__testUtils__/sandboxConfig';
import { sandboxPostgres } from '../__testUtils__/sandboxPostgres';
import { sandboxVariable } from '../__testUtils__/sandboxVariable';
import { SandboxWitness } from '../__testUtils__/SandboxWitness';
import { StampedRepository } from '../__testUtils__/StampedRepository';
import { startSandboxBackend } from '../__testUtils__/startBackendProcess';
import type { BackendProcess } from '../__testUtils__/startBackendProcess';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { createPlanner } from '../createPlanner';
import { createProviders } from '../createProviders';
import { openStores } from '../Stores';
import type { Stores } from '../Stores';

jest.setTimeout(600_000);

/** Longest wait for one thing to come, in milliseconds. */
const PATIENCE_MS = 150_000;
/** As the plugin has it. */
const STABLE_MS = 10_000;
/** Longer than any wait here: whoever has it is killed before it is over. */
const ENDLESS_MS = 3_600_000;
const requestedBy = 'user:default/ann';
const versions = 'backend/alembic/versions';
const parameters = 'infrastructure/cloudformation/parameters/staging.json';

describe('A backend with the real providers that is killed with SIGKILL', () => {
  const { signal } = new AbortController();
  const name = `k${Date.now().toString(36).slice(-7)}`;
  /** As long as a session holds it, migrations of the application don't end. */
  const gate = randomInt(2 ** 31);
  const backends: BackendProcess[] = [];
  let postgres: Awaited<ReturnType<typeof sandboxPostgres>>;
  let database: Knex;
  let stores: Stores;
  let git: HoldingProxy;
  let aws: HoldingProxy;
  /** The sandbox by way of the proxies, and a place for what the killed leave behind. */
  let variables: Record<
    'SANDBOX_GIT_URL' | 'SANDBOX_AWS_URL' | 'TMPDIR',
    string
  >;
  let repository: StampedRepository;
  let environment: Environment;
  let witness: SandboxWitness;

  beforeAll(async () => {
    postgres = await sandboxPostgres();
    database = knexFactory(postgres.connection);
    await database.migrate.latest({
      directory: resolvePackagePath(
        '@sovd/plugin-sovd-deploy-backend',
        'migrations',
      ),
    });
    stores = await openStores({
      getClient: async () => database,
      migrations: { skip: true },
    });
    git = new HoldingProxy(sandboxVariable('SANDBOX_GIT_URL'));
    aws = new HoldingProxy(sandboxVariable('SANDBOX_AWS_URL'));
    variables = {
      SANDBOX_GIT_URL: await git.open(),
      SANDBOX_AWS_URL: await aws.open(),
      TMPDIR: await mkdtemp(path.join(tmpdir(), 'sovd-killed-')),
    };
    repository = await StampedRepository.create(name);
    const file = 'environments/staging/environment.yaml';
    const text = await readFile(path.join(repository.folder, file), 'utf8');
    const { deploy } = await sandboxConfig();
    const [target] = deploy.targets;
    ({ environment } = await stores.registry.register(
      proposeEnvironment(parse(text).answers, {
        ...target,
        gitBaseUrl: variables.SANDBOX_GIT_URL,
      }),
    ));
    witness = new SandboxWitness(environment);
  });

  afterAll(async () => {
    await Promise.all(backends.map(backend => backend.kill()));
    await witness?.remove();
    await repository?.dispose();
    await git?.close();
    await aws?.close();
    if (variables) await rm(variables.TMPDIR, { recursive: true, force: true });
    if (environment) await dropDatabases(database, environment);
    await database?.destroy();
    await postgres?.drop();
  });

  function start(stableMs = STABLE_MS): BackendProcess {
    const options = { database: postgres.connection, stableMs };
    const backend = startSandboxBackend(options, variables);
    backends.push(backend);
    return backend;
  }

  /** Waits for what only the systems themselves tell. */
  async function until<T>(
    what: string,
    backend: BackendProcess,
    look: () => Promise<T | undefined>,
  ): Promise<NonNullable<T>> {
    for (const end = Date.now() + PATIENCE_MS; ; ) {
      backend.check();
      const found = await look();
      if (found) return found;
      if (Date.now() > end) {
        const stages = await database('change_stages').orderBy('position');
        const log = await database('change_log').orderBy('position');
        const told = [...stages, ...log.slice(-20)].map(row =>
          JSON.stringify(row),
        );
        throw new Error(
          `Never: ${what}\n${told.join('\n')}\n${backend.words()}`,
        );
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  async function phaseOf(changeId: string, stage: StageName) {
    const change = await stores.changes.find(changeId);
    return change?.stages.find(candidate => candidate.name === stage)?.phase;
  }

  /** Kills it, and makes sure that it was in that stage. */
  async function killIn(backend: BackendProcess, id: string, stage: StageName) {
    await backend.kill();
    expect([stage, await phaseOf(id, stage)]).toEqual([stage, 'running']);
  }

  /** Kills a backend that doesn't know yet that CloudFormation has begun. */
  async function killInStack(id: string, status: RegExp) {
    const executes = aws.hold('after', (_, body) =>
      body.includes('Action=ExecuteChangeSet'),
    );
    const backend = start();
    await until('stack is begun', backend, async () => executes.held);
    await killIn(backend, id, 'stack');
    expect(await witness.stackStatus()).toMatch(status);
  }

  /** Kills one that waits for a Secret, which comes only afterwards. */
  async function killInBootstrap(id: string) {
    const backend = start();
    await until(
      'bootstrap waits',
      backend,
      async () =>
        (await witness.hasNamespace()) &&
        (await phaseOf(id, 'bootstrap')) === 'running',
    );
    await killIn(backend, id, 'bootstrap');
    await witness.putSecret('late');
  }

  /**
   * Kills one whose Helm waits for a migration.
   *
   * @returns the next one, which has gone on behind that migration
   */
  async function killInMigration(id: string, status: string) {
    const holding = await database.transaction();
    try {
      await holding.raw('select pg_advisory_xact_lock(?)', [gate]);
      const killed = start();
      await until('migration runs', killed, () => witness.migrates());
      expect(await witness.busyHelms()).not.toEqual([]);
      await killIn(killed, id, 'release');
      expect(await witness.releases()).toMatchObject([{ status }]);

      const heir = start(ENDLESS_MS);
      await until('heir waits for the migration', heir, async () =>
        (
          await stores.changes.log(id, 0)
        ).some(({ text }) => text.startsWith('Waits for its Job')),
      );
      expect(await witness.migrates()).toBe(true);
      // the killed one's has ended with it, and nobody has begun another
      expect(await witness.busyHelms()).toEqual([]);
      return heir;
    } finally {
      await holding.commit();
    }
  }

  async function killInVerify(backend: BackendProcess, id: string) {
    await until(
      'verify runs',
      backend,
      async () => (await phaseOf(id, 'verify')) === 'running',
    );
    await killIn(backend, id, 'verify');
  }

  /** Kills one whose push has not reached Git, or whose push Git has taken without its knowing. */
  async function killInRecord(id: string, moment: HeldMoment) {
    const hold = git.hold(
      moment,
      ({ method, url }) =>
        method === 'POST' && url?.endsWith('/git-receive-pack') === true,
    );
    const backend = start();
    await until('push is held', backend, async () => hold.held);
    await killIn(backend, id, 'record');
    expect(await recordsOf(id)).toBe(moment === 'after' ? 1 : 0);
  }

  async function finish(id: string) {
    const backend = start();
    const change = await until('change ends', backend, async () => {
      const found = await stores.changes.find(id);
      return found && isTerminal(found.phase) ? found : undefined;
    });
    await backend.kill();
    return change;
  }

  async function recordsOf(id: string): Promise<number> {
    const messages = await witness.commits();
    return messages.filter(message => message.includes(`Change: ${id}`)).length;
  }

  /** What is there, asked of everything but the portal. */
  async function judge(id: string, stack: string) {
    const history = await witness.history();
    const deployed = history.filter(({ status }) => status === 'deployed');
    expect(deployed).toMatchObject([{ description: `change ${id}` }]);
    expect(deployed).toEqual(history.slice(-1));
    expect(await witness.releases()).toMatchObject([{ status: 'deployed' }]);
    expect(await witness.busyHelms()).toEqual([]);
    expect(await witness.migrates()).toBe(false);
    expect(await witness.stackStatus()).toBe(stack);
    expect(await recordsOf(id)).toBe(1);
    return deployed[0].revision;
  }

  /** A revision that ends when the gate is open. */
  async function addRevision(revision: string, after: string) {
    await repository.write(
      `${versions}/${revision}_gate.py`,
      `"""wait for a gate"""
from alembic import op

revision = "${revision}"
down_revision = "${after}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        do $$ begin
          while exists (select from pg_locks where locktype = 'advisory' and objid = ${gate} and granted)
          loop perform pg_sleep(0.1); end loop;
        end $$""")


def downgrade() -> None:
    pass
`,
    );
  }

  it('in each stage of a creation leaves one change, one release, one stack, one record', async () => {
    await repository.change(
      'infrastructure/k8s/bootstrap/staging/external-secret.yaml',
      'apiVersion',
      `${lateSecret(environment)}\n---\napiVersion`,
    );
    await addRevision('0002', '0001');
    await repository.push('First', '1.0.0');
    const { change } = await stores.changes.start(environment, {
      kind: 'create',
      requestedBy,
    });
    await killInStack(change.id, /^CREATE_/);
    await killInBootstrap(change.id);
    const heir = await killInMigration(change.id, 'pending-install');
    await killInVerify(heir, change.id);
    await killInRecord(change.id, 'after');
    const ended = await finish(change.id);
    const revision = await judge(change.id, 'CREATE_COMPLETE');
    expect(ended).toMatchObject({ phase: 'succeeded', revision });
    await expect(database('changes').select('phase')).resolves.toEqual([
      { phase: 'succeeded' },
    ]);
  });

  it('in each stage of an upgrade leaves the same', async () => {
    await addRevision('0003', '0002');
    await repository.change(
      parameters,
      '"DatabaseStorageGb",\n    "ParameterValue": "100"',
      '"DatabaseStorageGb",\n    "ParameterValue": "120"',
    );
    await repository.push('Second', '1.1.0');
    const { config, deploy } = await sandboxConfig();
    const logger = mockServices.logger.mock();
    const providers = createProviders({ config, deploy, logger });
    const { targets } = deploy;
    const { planner } = createPlanner({ stores, providers, targets });
    const planned = await planner.plan(
      environment,
      { kind: 'upgrade', input: { version: '1.1.0' } },
      { signal },
    );
    const { change } = await stores.changes.start(environment, {
      kind: 'upgrade',
      planned,
      requestedBy,
    });
    await killInStack(change.id, /^UPDATE_/);
    const heir = await killInMigration(change.id, 'pending-upgrade');
    await killInVerify(heir, change.id);
    await killInRecord(change.id, 'before');
    const ended = await finish(change.id);
    const revision = await judge(change.id, 'UPDATE_COMPLETE');
    expect(ended).toMatchObject({ phase: 'succeeded', revision });
    await expect(database('changes').select('phase')).resolves.toEqual([
      { phase: 'succeeded' },
      { phase: 'succeeded' },
    ]);
  });
});

/** A Secret whose value nobody has put in yet. */
function lateSecret({ namespace }: Environment): string {
  return JSON.stringify({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'late', namespace },
    spec: {
      secretStoreRef: { kind: 'SecretStore', name: 'aws-secrets-manager' },
      target: { name: 'late' },
      data: [{ secretKey: 'late', remoteRef: { key: `${namespace}/late` } }],
    },
  });
}

/** The databases that the simulated RDS has made for it; their names have dots. */
async function dropDatabases(database: Knex, { namespace }: Environment) {
  const own = `${namespace}.%`;
  const databases: { datname: string }[] = await database('pg_database')
    .select('datname')
    .where('datname', 'like', own);
  for (const { datname } of databases) {
    await database.raw(`drop database "${datname}" with (force)`);
  }
  const roles: { rolname: string }[] = await database('pg_roles')
    .select('rolname')
    .where('rolname', 'like', own);
  for (const { rolname } of roles) await database.raw(`drop role "${rolname}"`);
}
