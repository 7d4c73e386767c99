import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { requireAddable } from './requireAddable';

const staging = answersSchema.parse({
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'aws',
});
const dev = { ...staging, environment: 'dev' };

describe('requireAddable', () => {
  it.each([
    ['the first environment', staging, []],
    ['the very same one', { ...staging }, [dev, staging]],
    ['one more', { ...dev, nodesMax: 9 }, [staging]],
  ])('lets %s pass', (_, answers, environments) => {
    expect(() => requireAddable(answers, environments)).not.toThrow();
  });

  it('names every answer that differs, also one that only one side has', () => {
    const changed = { ...staging, domain: 'fleet.dev', nodesMax: 9 };
    for (const [one, other] of [
      [changed, staging],
      [staging, changed],
    ]) {
      expect(() => requireAddable(one, [other])).toThrow(
        expect.objectContaining({
          name: 'ConflictError',
          message: expect.stringMatching(
            /environment staging already.*\((?:nodesMax, domain|domain, nodesMax)\)/,
          ),
        }),
      );
    }
  });

  it.each([
    { description: 'Another' },
    { owner: 'user:default/eve' },
    { system: 'system:default/mobility' },
    { name: 'harbor' },
  ])('refuses one of an application with %j', fact => {
    expect(() => requireAddable({ ...dev, ...fact }, [staging])).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(Object.keys(fact)[0]),
      }),
    );
  });
});
