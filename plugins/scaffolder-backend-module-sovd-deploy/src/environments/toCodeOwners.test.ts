import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { toCodeOwners } from './toCodeOwners';

const ownersOf = (...owners: string[]) =>
  toCodeOwners(
    owners.map((owner, index) =>
      answersSchema.parse({
        name: 'fleet',
        owner,
        environment: `env${index}`,
        target: 'aws',
      }),
    ),
    'https://github.com/acme/fleet',
  );

it.each([
  ['group:default/platform', '@acme/platform'],
  ['user:default/jane', '@jane'],
])('takes %s for %s', (owner, handle) => {
  const { path, content } = ownersOf(owner);
  expect(path).toBe('CODEOWNERS');
  expect(content.split('\n')[1]).toBe(`* ${handle}`);
});

it('names the owners of all environments once, sorted', () => {
  const { content } = ownersOf(
    'user:default/jane',
    'group:default/platform',
    'user:default/jane',
  );
  expect(content.split('\n')[1]).toBe('* @acme/platform @jane');
});
