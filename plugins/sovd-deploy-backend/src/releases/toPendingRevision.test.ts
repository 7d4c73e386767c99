import { toPendingRevision } from './toPendingRevision';

const updatedAt = '2026-11-21T10:00:00.000Z';
const revision = (number: number, status: string) => ({
  revision: number,
  status,
  chartVersion: '0.1.0',
  description: '',
  updatedAt,
});
const deployed = revision(1, 'deployed');

it.each(['pending-install', 'pending-upgrade', 'pending-rollback'])(
  'gives the newest that is %s, with its time',
  status => {
    expect(toPendingRevision([revision(2, status), deployed])).toEqual({
      revision: 2,
      status,
      since: updatedAt,
    });
  },
);

it.each([
  ['nothing', []],
  ['what is deployed', [deployed]],
  ['what failed', [revision(2, 'failed'), deployed]],
  [
    'one that was left before',
    [revision(2, 'deployed'), revision(1, 'pending-install')],
  ],
])('gives none of %s', (_, history) => {
  expect(toPendingRevision(history)).toBeUndefined();
});
