import { layerValues } from './layerValues';

describe('layerValues', () => {
  it('merges maps, replaces lists and scalars, and takes away by null', () => {
    const chart = {
      config: { logLevel: 'INFO', extraEnv: {} },
      hosts: ['a', 'b'],
      probe: { path: '/', port: 80 },
    };
    const environment = {
      config: { extraEnv: { TRACE: '1' } },
      hosts: ['c'],
      probe: null,
    };
    expect(
      layerValues(chart, environment, { config: { logLevel: 'DEBUG' } }),
    ).toEqual({
      config: { logLevel: 'DEBUG', extraEnv: { TRACE: '1' } },
      hosts: ['c'],
    });
  });

  it('lets an upper layer say again what a lower one took away', () => {
    expect(layerValues({ a: 1 }, { a: null }, { a: { b: 2 } })).toEqual({
      a: { b: 2 },
    });
  });

  it('changes none of its layers', () => {
    const chart = { config: { logLevel: 'INFO' } };
    layerValues(chart, { config: { logLevel: 'DEBUG' } });
    expect(chart).toEqual({ config: { logLevel: 'INFO' } });
  });
});
