import { toPlanRequest } from './toPlanRequest';
import type { PlanInput } from './toPlanRequest';

describe('toPlanRequest', () => {
  it.each<[PlanInput, object]>([
    [{ kind: 'upgrade', version: '2.5.0' }, { version: '2.5.0' }],
    [{ kind: 'rollback', revision: 4 }, { revision: 4 }],
    [{ kind: 'scale', backendReplicas: 5 }, { backendReplicas: 5 }],
    [{ kind: 'restart' }, {}],
    [{ kind: 'restart', version: undefined }, {}],
  ])('%j', (input, expected) => {
    expect(toPlanRequest(input)).toEqual({ kind: input.kind, input: expected });
  });

  it.each<[PlanInput, RegExp]>([
    [{ kind: 'upgrade' }, /^A change of kind upgrade needs version: the image/],
    [{ kind: 'rollback' }, /needs revision: Helm's revision/],
    [{ kind: 'scale' }, /needs backendReplicas: how many pods/],
    [{ kind: 'restart', version: '2.5.0' }, /restart takes no version\. Leave/],
    [
      { kind: 'upgrade', version: '2', revision: 1, backendReplicas: 2 },
      /upgrade takes no revision and no backendReplicas/,
    ],
    [{ kind: 'upgrade', version: '' }, /^version: \w/],
    [{ kind: 'rollback', revision: 1.5 }, /^revision: \w/],
    [{ kind: 'scale', backendReplicas: 21 }, /^backendReplicas: .*20/],
  ])('refuses %j', (input, message) => {
    expect(() => toPlanRequest(input)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(message),
      }),
    );
  });
});
