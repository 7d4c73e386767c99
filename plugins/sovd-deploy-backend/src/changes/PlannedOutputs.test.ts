import { findMovedOutputs, planOutputs } from './PlannedOutputs';

const today = {
  databaseHost: 'db.example',
  databasePort: '5432',
  logsBucket: 'logs',
};

it('keeps what a release takes, and what of it is open', () => {
  expect(planOutputs(today, ['databaseHost', 'logsBucket', 'vpcCidr'])).toEqual(
    {
      settled: { databasePort: '5432' },
      unsettled: ['databaseHost', 'vpcCidr'],
    },
  );
});

it.each([
  ['nothing', {}, []],
  ['what no release takes', { logsBucket: 'others' }, []],
  ['what was open', { databaseHost: 'another' }, []],
  ['another value', { databasePort: '1' }, ['databasePort (5432 → 1)']],
  ['a new value', { redisHost: 'r' }, ['redisHost (none → r)']],
])('finds that %s moved', (_, changed, moved) => {
  const planned = planOutputs(today, ['databaseHost']);
  expect(findMovedOutputs(planned, { ...today, ...changed })).toEqual(moved);
});

it('finds a value that is gone', () => {
  const planned = planOutputs(today, []);
  const { databasePort: _port, ...rest } = today;
  expect(findMovedOutputs(planned, rest)).toEqual([
    'databasePort (5432 → none)',
  ]);
});
