import { versionSchema } from './version';

const version = {
  tag: 'v1.0.0',
  digest: `sha256:${'a'.repeat(64)}`,
  running: false,
};
const history = {
  result: 'failed',
  changeId: '7',
  at: '2026-11-21T10:00:00.000Z',
};

it.each([
  [version, true],
  [{ ...version, history, blockedReason: 'No Git tag' }, true],
  [{ ...version, history: { ...history, result: 'running' } }, false],
  [{ ...version, running: undefined }, false],
])('%j: %p', (value, expected) => {
  expect(versionSchema.safeParse(value).success).toBe(expected);
});
