import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { commitTag, imageRepository } from './imageReference';

it('names the repository of a component by the pattern of the target', () => {
  expect(imageRepository(proposeEnvironment(), testTarget, 'frontend')).toBe(
    'localhost:15000/sovd/fleet-frontend',
  );
});

it('names the image of a commit by the whole hash', () => {
  const commit = 'c'.repeat(40);
  expect(commitTag(commit)).toBe(`sha-${commit}`);
});
