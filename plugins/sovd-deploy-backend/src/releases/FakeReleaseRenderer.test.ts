import { testEnvironment } from '../__testUtils__/testEnvironment';
import { testImage, testOutputs } from '../__testUtils__/testRepository';
import { FakeReleaseRenderer } from './FakeReleaseRenderer';
import { releaseRendererContract } from '../__testUtils__/releaseRendererContract';

describe('FakeReleaseRenderer', () => {
  releaseRendererContract(async () => {
    const renderer = new FakeReleaseRenderer();
    return {
      renderer,
      content: {
        environment: testEnvironment('fleet'),
        sourceFolder: '/nowhere',
        images: [testImage('1.0.0')],
        outputs: testOutputs,
        values: {},
      },
      run: content => renderer.run(content, 1),
    };
  });
});
