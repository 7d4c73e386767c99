import { changeRequestSchema, changeSchema, isTerminal } from './change';
import type { ChangePhase } from './change';

describe('isTerminal', () => {
  it.each<[ChangePhase, boolean]>([
    ['planned', false],
    ['running', false],
    ['succeeded', true],
    ['failed', true],
    ['aborted', true],
  ])('%s: %p', (phase, expected) => {
    expect(isTerminal(phase)).toBe(expected);
  });
});

const planDigest = `sha256:${'0a'.repeat(32)}`;

describe('changeRequestSchema', () => {
  it.each([
    [{ kind: 'create' }, true],
    [{ kind: 'create', reason: 'First' }, true],
    [{ kind: 'create', reason: 'x'.repeat(501) }, false],
    [{ kind: 'destroy' }, false],
    [{ kind: 'upgrade', planDigest, reason: 'Live traces' }, true],
    [{ kind: 'upgrade', reason: 'Without a plan' }, false],
    [{ kind: 'restart', planDigest }, false],
    [{ kind: 'restart', planDigest, reason: ' ' }, false],
    [{ kind: 'scale', planDigest: 'latest', reason: 'More load' }, false],
    // A caller names no stack, namespace, account or role.
    [{ kind: 'create', stackName: 'other' }, false],
  ])('%j: %p', (body, expected) => {
    expect(changeRequestSchema.safeParse(body).success).toBe(expected);
  });
});

describe('changeSchema', () => {
  it('takes times as RFC 3339 in UTC and nothing else', () => {
    const change = {
      id: '1',
      environmentRef: 'resource:default/fleet-staging',
      kind: 'create',
      phase: 'running',
      stages: [{ name: 'stack', phase: 'pending' }],
      requestedBy: 'user:default/ann',
      createdAt: '2026-11-21T10:00:00.000Z',
    };
    expect(changeSchema.parse(change)).toEqual(change);
    for (const createdAt of ['yesterday', '2026-11-21 10:00', 1_795_255_200]) {
      expect(changeSchema.safeParse({ ...change, createdAt }).success).toBe(
        false,
      );
    }
  });
});
