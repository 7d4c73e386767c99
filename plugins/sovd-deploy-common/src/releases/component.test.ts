import { componentsOf, imageComponentOf } from './component';

describe('componentsOf', () => {
  it.each([
    [false, ['backend', 'frontend']],
    [true, ['backend', 'frontend', 'vehicle-connector']],
  ])('with the connector enabled: %s', (vehicleConnectorEnabled, expected) => {
    expect(componentsOf({ vehicleConnectorEnabled })).toEqual(expected);
  });
});

it('runs the connector from the image of the backend', () => {
  expect(imageComponentOf('vehicle-connector')).toBe('backend');
  expect(imageComponentOf('frontend')).toBe('frontend');
});
