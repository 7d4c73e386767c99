import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { toCodeOwners } from './toCodeOwners';

const ownersOf = (owner: string) =>
  toCodeOwners(
    answersSchema.parse({
      name: 'fleet',
      owner,
      environment: 'staging',
      target: 'aws',
    }),
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
