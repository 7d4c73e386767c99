import { proposeEnvironment } from '../__testUtils__/testTarget';
import { toEnvironment, toEnvironmentRow } from './toEnvironment';

const environment = proposeEnvironment({
  description: 'Reads “trouble codes”\n🚗',
  backendReplicas: 7,
});

describe('toEnvironment', () => {
  it('reads back what was written', () => {
    const row = toEnvironmentRow(environment, 'random');
    expect(toEnvironment(row)).toEqual(environment);
  });

  it.each([
    ['a time that is none', { created_at: 'yesterday' }],
    ['answers of an unknown form', { answers: '{"name":"fleet"}' }],
    ['answers that are cut off', { answers: '{"name":' }],
  ])('refuses a row with %s', (_, wrong) => {
    const row = { ...toEnvironmentRow(environment, 'random'), ...wrong };
    expect(() => toEnvironment(row)).toThrow();
  });
});

describe('toEnvironmentRow', () => {
  it('has a column for everything that is asked for', () => {
    expect(toEnvironmentRow(environment, 'random')).toMatchObject({
      application: 'fleet',
      owner: 'group:default/platform',
      tier: 'staging',
      target: 'sandbox',
      channel: 'random',
      name: 'fleet-staging',
    });
  });
});
