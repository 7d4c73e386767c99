import fc from 'fast-check';
import { diffFields } from './diffFields';

describe('diffFields', () => {
  it('names what is added, changed and removed, by path', () => {
    expect(
      diffFields(
        { config: { logLevel: 'INFO', old: 1 }, same: [1] },
        { config: { logLevel: 'DEBUG', fresh: null }, same: [1] },
      ),
    ).toEqual([
      { path: 'config.fresh', to: null },
      { path: 'config.logLevel', from: 'INFO', to: 'DEBUG' },
      { path: 'config.old', from: 1 },
    ]);
  });

  it('tells a number from the same text', () => {
    expect(diffFields({ port: 5432 }, { port: '5432' })).toEqual([
      { path: 'port', from: 5432, to: '5432' },
    ]);
  });

  it('takes one that was put before others for one that was added', () => {
    const env = (...names: string[]) => ({
      env: names.map(name => ({ name, value: name })),
    });
    expect(diffFields(env('B'), env('A', 'B'))).toEqual([
      { path: 'env[A].value', to: 'A' },
    ]);
  });

  it('tells an empty map that gets content by that content', () => {
    const empty = { annotations: {}, annotationsOld: {} };
    const full = { annotations: { a: '1' }, annotationsOld: {} };
    const path = 'annotations.a';
    expect(diffFields(empty, full)).toEqual([{ path, to: '1' }]);
    expect(diffFields(full, empty)).toEqual([{ path, from: '1' }]);
    expect(diffFields({}, { hosts: [] })).toEqual([{ path: 'hosts', to: [] }]);
  });

  it('finds nothing between a value and itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const json = JSON.parse(JSON.stringify(value));
        expect(diffFields(json, structuredClone(json))).toEqual([]);
      }),
    );
  });
});
