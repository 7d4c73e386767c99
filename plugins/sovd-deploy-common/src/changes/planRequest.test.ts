import { planRequestSchema } from './planRequest';

const scale = (backendReplicas: unknown) => ({
  kind: 'scale',
  input: { backendReplicas },
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
    [scale(20), true],
    [scale(21), false],
    [scale(0), false],
    [scale(1.5), false],
    [{ kind: 'restart', input: {} }, true],
    [{ kind: 'create', input: {} }, false],
    // A caller names no namespace, stack, account or role.
    [{ kind: 'restart', input: { namespace: 'kube-system' } }, false],
    [{ kind: 'restart', input: {}, namespace: 'kube-system' }, false],
  ])('%j: %p', (body, expected) => {
    expect(planRequestSchema.safeParse(body).success).toBe(expected);
  });
});
