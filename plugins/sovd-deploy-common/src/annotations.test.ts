import { applicationOf, isEnvironmentEntity } from './annotations';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'fleet-staging' },
  spec: { type: 'environment' },
};

describe('isEnvironmentEntity', () => {
  it.each([
    [entity, true],
    [{ ...entity, kind: 'resource' }, true],
    [{ ...entity, kind: 'Component' }, false],
    [{ ...entity, spec: { type: 'database' } }, false],
    [{ ...entity, spec: undefined }, false],
  ])('%#: %j', (candidate, expected) => {
    expect(isEnvironmentEntity(candidate)).toBe(expected);
  });
});

describe('applicationOf', () => {
  it.each([
    [{ 'sovd.io/application': 'fleet' }, 'fleet'],
    [{ 'sovd.io/environment': 'staging' }, undefined],
    [undefined, undefined],
  ])('%j belongs to %s', (annotations, application) => {
    const metadata = { name: 'fleet-backend', annotations };
    const component = { apiVersion: 'v1', kind: 'Component', metadata };
    expect(applicationOf(component)).toBe(application);
  });
});
