import { answersSchema } from '../environments/answers';
import { estimateSchema } from './estimate';
import { estimateCost } from './estimateCost';
import { priceBook } from './priceBook';
import { toEstimateFile } from './toEstimateFile';

describe('toEstimateFile', () => {
  const answers = answersSchema.parse({
    name: 'fleet',
    owner: 'group:default/platform',
    environment: 'staging',
    target: 'sandbox',
  });
  const place = { region: 'us-east-1', clusterMode: 'create' } as const;
  const estimate = estimateCost(answers, priceBook, place);

  it('keeps all of the estimate, for people and programs to read', () => {
    const content = toEstimateFile(estimate);
    expect(estimateSchema.parse(JSON.parse(content))).toEqual(estimate);
    expect(content).toMatch(/^\{\n {2}"currency": "USD",\n/);
    expect(content.endsWith('}\n')).toBe(true);
  });

  it('writes decimals as people do', () => {
    const numbers = toEstimateFile(estimate).match(/: [\d.]+/g) ?? [];
    expect(numbers.length).toBeGreaterThan(100);
    for (const number of numbers) {
      expect(number).toMatch(/^: \d+(\.\d{1,8})?$/);
    }
  });
});
