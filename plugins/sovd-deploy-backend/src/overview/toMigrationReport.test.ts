import { testContainer, testPod } from '../__testUtils__/testObjects';
import { toMigrationReport } from './toMigrationReport';

const done =
  '{"current":["0003"],"heads":["0003"],"applied":["0003"],"durationMs":108}';
const stuck =
  '{"current":["0003"],"heads":["0004"],"applied":[],"error":"LockNotAvailableError: canceling statement due to lock timeout","sqlState":"55P03","revision":"0004","durationMs":3148}';
const podWith = (container: Parameters<typeof testContainer>[0]) =>
  testPod('p', 'j', { containers: [testContainer(container)] });

describe('toMigrationReport', () => {
  it('reads a termination message', () => {
    expect(
      toMigrationReport(
        podWith({ terminated: { exitCode: 0, message: done } }),
      ),
    ).toEqual({
      current: ['0003'],
      heads: ['0003'],
      applied: ['0003'],
      durationMs: 108,
    });
  });

  it('reads that of the last try while the next one runs', () => {
    expect(
      toMigrationReport(
        podWith({ lastTerminated: { exitCode: 1, message: stuck } }),
      ),
    ).toMatchObject({ sqlState: '55P03', revision: '0004' });
  });

  it('takes the newer of two', () => {
    expect(
      toMigrationReport(
        podWith({
          terminated: { exitCode: 0, message: done },
          lastTerminated: { exitCode: 1, message: stuck },
        }),
      )?.error,
    ).toBeUndefined();
  });

  const stopped =
    '{"current":[],"heads":["0004"],"applied":[],"error":"terminated before it was done (SIGTERM)","durationMs":12}';
  const stop = { exitCode: 143, message: stopped };

  it('takes the cause of the try before one that was stopped', () => {
    const pod = podWith({
      terminated: stop,
      lastTerminated: { exitCode: 1, message: stuck },
    });
    expect(toMigrationReport(pod)?.sqlState).toBe('55P03');
  });

  it('does not let a stopped try replace what was seen earlier', () => {
    const kept = toMigrationReport(
      podWith({ terminated: { exitCode: 1, message: stuck } }),
    );
    expect(toMigrationReport(podWith({ terminated: stop }), kept)).toBe(kept);
  });

  it('has the words of a stopped try when there are no others', () => {
    expect(toMigrationReport(podWith({ terminated: stop }))?.error).toMatch(
      /SIGTERM/,
    );
  });

  it.each([
    '',
    'Traceback (most recent call last):',
    '{"current":["0003"',
    '{"a":1}',
  ])('ignores the message %p', message => {
    expect(
      toMigrationReport(podWith({ terminated: { exitCode: 1, message } })),
    ).toBeUndefined();
  });
});
