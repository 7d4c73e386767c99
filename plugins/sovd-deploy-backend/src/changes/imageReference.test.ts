import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { imageReference } from './imageReference';

describe('imageReference', () => {
  it('names the image of a component by the whole commit', () => {
    const commit = 'c'.repeat(40);
    expect(
      imageReference(proposeEnvironment(), testTarget, 'backend', commit),
    ).toEqual({
      repository: 'localhost:15000/sovd/fleet-backend',
      tag: `sha-${commit}`,
    });
  });
});
