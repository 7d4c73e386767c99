import { keptRestartValues, restartValues } from './restartedAt';

const at = '2026-11-21T10:00:00.000Z';

it('keeps the restart that runs', () => {
  const values = restartValues(at);
  const podAnnotations = { 'sovd.io/restarted-at': at };
  expect(values).toEqual({
    backend: { podAnnotations },
    frontend: { podAnnotations },
    vehicleConnector: { podAnnotations },
  });
  const running = { ...values, config: { logLevel: 'INFO' } };
  expect(keptRestartValues(running)).toEqual(values);
});

it.each([{}, { backend: { podAnnotations: { other: 'x' } } }])(
  'has nothing to keep of %j',
  running => {
    expect(keptRestartValues(running)).toEqual({});
  },
);
