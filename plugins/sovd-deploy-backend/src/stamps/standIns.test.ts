import { standInsFor } from './standIns';

describe('standInsFor', () => {
  it('gives each workload of a chart its image, and the chart what it takes', () => {
    const early = standInsFor({ backend: {}, config: {} });
    expect(early.images.map(({ component }) => component)).toEqual(['backend']);
    expect(early.outputs).not.toHaveProperty('redisHost');
    const late = standInsFor({
      backend: {},
      frontend: {},
      vehicleConnector: {},
      networkPolicy: {},
    });
    expect(late.images).toHaveLength(3);
    expect(late.outputs).toMatchObject({ redisHost: 'cache.example' });
  });
});
