import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  SovdDeployServer,
  stagesUpTo,
} from '../__testUtils__/SovdDeployServer';
import { followChange } from './followChange';

describe('followChange', () => {
  let server: SovdDeployServer;
  const logger = mockServices.logger.mock();
  const getInitiatorCredentials = jest.fn(async () => mockCredentials.user());
  const following = {
    changeId: 'change-1',
    stages: ['stack', 'release'] as const,
  };
  beforeEach(() => {
    jest.clearAllMocks();
    server = new SovdDeployServer();
    server.start('resource:default/fleet-staging');
  });
  afterEach(() => server.close());

  function script(...frames: (typeof server.scripts)[number]) {
    server.close();
    server = new SovdDeployServer();
    server.scripts = [frames];
    server.start('resource:default/fleet-staging');
  }

  it('tells each line and each summary once', async () => {
    const at = '2026-01-01T00:00:00Z';
    const running = { stages: stagesUpTo('stack', 'running', 'half done') };
    script(running, running, running, { phase: 'succeeded' });
    server.log = ['one', 'two', 'three'].map((text, index) => ({
      position: index + 1,
      at,
      stage: 'stack',
      text,
    }));
    server.log.push({ position: 9, at, stage: 'bootstrap', text: 'not asked' });
    await followChange(
      server.connection,
      { logger, getInitiatorCredentials },
      following,
      async () => {},
    );
    expect(logger.info.mock.calls.flat()).toEqual([
      'stack: one',
      'stack: two',
      'stack: three',
      'stack: running, half done',
    ]);
  });

  it('waits longer while the portal is away, and takes a fresh token for each look', async () => {
    script(
      {},
      { status: 503 },
      { status: 0 },
      { status: 502 },
      {},
      {
        phase: 'succeeded',
      },
    );
    const waits: number[] = [];
    const change = await followChange(
      server.connection,
      { logger, getInitiatorCredentials },
      following,
      async milliseconds => {
        waits.push(milliseconds);
      },
    );
    expect(change.phase).toBe('succeeded');
    expect(waits).toEqual([1000, 2000, 4000, 8000, 1000]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(new Set(server.tokens).size).toBe(1);
    expect(getInitiatorCredentials.mock.calls.length).toBeGreaterThan(6);
  });

  it('never waits longer than 15 s', async () => {
    const waits: number[] = [];
    script(...Array.from({ length: 30 }, () => ({ status: 500 })), {
      phase: 'succeeded',
    });
    await followChange(
      server.connection,
      { logger, getInitiatorCredentials },
      following,
      async milliseconds => {
        waits.push(milliseconds);
      },
    );
    expect(waits).toHaveLength(30);
    expect(Math.max(...waits)).toBe(15_000);
  });

  it.each([401, 403, 404])('gives up at %p', async status => {
    script({ status });
    await expect(
      followChange(
        server.connection,
        { logger, getInitiatorCredentials },
        following,
        async () => {},
      ),
    ).rejects.toThrow(/^the backend is away$/);
  });

  it('stops with the task and says that the change goes on', async () => {
    const abort = new AbortController();
    const followed = followChange(
      server.connection,
      { logger, getInitiatorCredentials, signal: abort.signal },
      following,
      async (_milliseconds, signal) => {
        abort.abort();
        signal?.throwIfAborted();
      },
    );
    await expect(followed).rejects.toMatchObject({ name: 'AbortError' });
    expect(logger.info).toHaveBeenLastCalledWith(
      'No longer following change change-1: it goes on.',
    );
    expect(server.changes[0].phase).toBe('running');
  });

  it('really waits when nothing else is asked for', async () => {
    const abort = new AbortController();
    const followed = followChange(
      server.connection,
      { logger, getInitiatorCredentials, signal: abort.signal },
      { ...following, isSettled: () => false },
    );
    setImmediate(() => abort.abort());
    await expect(followed).rejects.toMatchObject({ name: 'AbortError' });
  });
});
