import {
  cacheNodeTypeSchema,
  databaseClassSchema,
  nodeInstanceTypeSchema,
} from '../environments/sizeAnswers';
import { priceBook } from './priceBook';

const { prices, regions } = priceBook;
const ids = prices.map(({ id }) => id);

describe('priceBook', () => {
  it('has a source and a date for each price, and one price for each thing', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const price of prices) {
      expect(price.unitPrice).toBeGreaterThan(0);
      expect(price.source).not.toBe('');
      expect(price.date).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(price.date <= priceBook.date).toBe(true);
    }
  });

  it.each([
    ['node', nodeInstanceTypeSchema.options],
    ['database-single', databaseClassSchema.options],
    ['database-multi', databaseClassSchema.options],
    ['redis', cacheNodeTypeSchema.options],
    ['valkey', cacheNodeTypeSchema.options],
  ])('knows each class of %s that the form offers', (thing, classes) => {
    expect(ids).toEqual(
      expect.arrayContaining(classes.map(name => `${thing}/${name}`)),
    );
  });

  it('prices Valkey 20 % below Redis', () => {
    const of = (id: string) => prices.find(price => price.id === id)?.unitPrice;
    for (const name of cacheNodeTypeSchema.options) {
      expect(of(`valkey/${name}`)).toBeCloseTo(
        0.8 * (of(`redis/${name}`) ?? 0),
        8,
      );
    }
  });

  it('is exact for one region, and says of the others that they are estimates', () => {
    expect(regions.filter(({ exact }) => exact)).toEqual([
      expect.objectContaining({ region: 'us-east-1', factor: 1 }),
    ]);
    for (const { exact, source } of regions) {
      expect(exact || source.startsWith('Estimate')).toBe(true);
    }
  });
});
