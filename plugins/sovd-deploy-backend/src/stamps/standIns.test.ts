import { standInsFor } from './standIns';

describe('standInsFor', () => {
  it('gives each workload of a chart its image, and the chart what it takes', () => {
    const early = standInsFor(
      { backend: {}, config: {} },
      { databaseClass: 'db.t3.large' },
    );
    expect(early.images.map(({ component }) => component)).toEqual(['backend']);
    expect(early.outputs).not.toHaveProperty('redisHost');
    const late = standInsFor(
      { backend: {}, frontend: {}, vehicleConnector: {}, networkPolicy: {} },
      { databaseClass: 'db.t3.large' },
    );
    expect(late.images).toHaveLength(3);
    expect(late.outputs).toMatchObject({
      redisHost: 'cache.example',
      databaseMaxConnections: '901',
    });
  });
});
