import { from020 } from './from020';

describe('from020', () => {
  it.each([
    [{ strategy: 'canary' }, { strategy: 'rolling' }],
    [
      { strategy: 'canary', domain: 'harbor.example.com' },
      { strategy: 'canary', domain: 'harbor.example.com' },
    ],
    [{ strategy: 'rolling' }, { strategy: 'rolling' }],
  ])('makes %j to %j', (answers, expected) => {
    expect(from020.migrate({ ...answers, logLevel: 'INFO' })).toEqual({
      ...expected,
      logLevel: 'INFO',
    });
  });
});
