import { answersWith } from '../__testUtils__/testAnswers';
import { clusterDrafts } from './clusterDrafts';
import { usageByTier } from './usage';

const place = { region: 'us-east-1', clusterMode: 'create' } as const;
const basis = {
  answers: answersWith({ nodeDiskGb: 30, monitoring: true }),
  place,
  usage: usageByTier.staging,
  nodes: 4,
};

describe('clusterDrafts', () => {
  it('counts hours and disks of the nodes that run, whatever is wanted', () => {
    expect(clusterDrafts(basis)).toMatchObject([
      { id: 'control-plane', quantity: 730 },
      { price: 'node/t3.large', quantity: 2920, note: '4 × t3.large' },
      { price: 'volume', quantity: 120, note: '4 × 30 GB' },
      { id: 'monitoring-volumes', quantity: 30 },
    ]);
  });

  it('has no volumes of a monitoring that is off', () => {
    const answers = { ...basis.answers, monitoring: false };
    const ids = clusterDrafts({ ...basis, answers }).map(({ id }) => id);
    expect(ids).toEqual(['control-plane', 'nodes', 'node-disks']);
  });

  it('has nothing in a cluster that others pay for', () => {
    const shared = { ...place, clusterMode: 'existing' } as const;
    expect(clusterDrafts({ ...basis, place: shared })).toEqual([]);
  });
});
