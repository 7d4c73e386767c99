import { testTarget } from '../__testUtils__/testTarget';
import { toTarget } from './toTarget';

describe('toTarget', () => {
  it('gives people what they choose from, and neither credentials nor endpoints', () => {
    const target = toTarget({
      ...testTarget,
      awsEndpoint: 'http://127.0.0.1:15900',
    });
    expect(target).toMatchObject({ name: 'sandbox', cluster: 'embedded' });
    expect(JSON.stringify(target)).not.toMatch(/token|read-only|15900|16443/);
  });
});
