import { toPlanRequest } from './toPlanRequest';
import type { PlanInput } from './toPlanRequest';

describe('toPlanRequest', () => {
  it.each<[PlanInput, object]>([
    [{ kind: 'upgrade', version: '2.5.0' }, { version: '2.5.0' }],
    [{ kind: 'rollback', revision: 4 }, { revision: 4 }],
    [
      { kind: 'scale', backendMin: 4, backendMax: 10 },
      { backendMin: 4, backendMax: 10 },
    ],
    [{ kind: 'restart' }, {}],
    [{ kind: 'restart', version: undefined }, {}],
  ])('%j', (input, expected) => {
    expect(toPlanRequest(input)).toEqual({ kind: input.kind, input: expected });
  });

  it.each<[PlanInput, RegExp]>([
    [{ kind: 'upgrade' }, /^A change of kind upgrade needs version: the image/],
    [{ kind: 'rollback' }, /needs revision: Helm's revision/],
    [{ kind: 'scale' }, /needs backendMin: how many pods/],
    [{ kind: 'scale', backendMin: 4 }, /needs backendMax: how many pods/],
    [{ kind: 'restart', version: '2.5.0' }, /restart takes no version\. Leave/],
    [
      { kind: 'upgrade', version: '2', revision: 1, backendMin: 2 },
      /upgrade takes no revision and no backendMin/,
    ],
    [{ kind: 'upgrade', version: '' }, /^version: \w/],
    [{ kind: 'rollback', revision: 1.5 }, /^revision: \w/],
    [{ kind: 'scale', backendMin: 4, backendMax: 51 }, /^backendMax: .*50/],
  ])('refuses %j', (input, message) => {
    expect(() => toPlanRequest(input)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(message),
      }),
    );
  });
});
