import { planRequestSchema } from './planRequest';

const scale = (backendMin: unknown, backendMax: unknown) => ({
  kind: 'scale',
  input: { backendMin, backendMax },
});

describe('planRequestSchema', () => {
  it.each([
    [{ kind: 'upgrade', input: { version: 'v1.1.0' } }, true],
    [{ kind: 'upgrade', input: { version: `sha256:${'a'.repeat(64)}` } }, true],
    [{ kind: 'upgrade', input: { version: '' } }, false],
    [{ kind: 'upgrade', input: { version: 'v'.repeat(129) } }, false],
    [{ kind: 'upgrade' }, false],
    [{ kind: 'rollback', input: { revision: 1 } }, true],
    [{ kind: 'rollback', input: { revision: 0 } }, false],
    [{ kind: 'rollback', input: { version: 'v1.0.0' } }, false],
    [scale(1, 50), true],
    [scale(1, 51), false],
    [scale(0, 9), false],
    [scale(1.5, 9), false],
    [{ kind: 'scale', input: { backendMin: 3 } }, false],
    [{ kind: 'restart', input: {} }, true],
    [{ kind: 'create', input: {} }, false],
    // A caller names no namespace, stack, account or role.
    [{ kind: 'restart', input: { namespace: 'kube-system' } }, false],
    [{ kind: 'restart', input: {}, namespace: 'kube-system' }, false],
  ])('%j: %p', (body, expected) => {
    expect(planRequestSchema.safeParse(body).success).toBe(expected);
  });
});
