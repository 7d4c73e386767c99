import { answersWith } from '../__testUtils__/testAnswers';
import { networkDrafts } from './networkDrafts';
import { usageByTier } from './usage';

const place = { region: 'us-east-1', clusterMode: 'create' } as const;

describe('networkDrafts', () => {
  const quantityOf = (
    id: string,
    input: Parameters<typeof answersWith>[0],
    usage = usageByTier.staging,
  ) => {
    const answers = answersWith(input);
    const drafts = networkDrafts({ answers, place, usage, nodes: 3 });
    return drafts.find(draft => draft.id === id)?.quantity;
  };

  it.each([
    ['single', 3, 1, 4],
    ['single', 2, 1, 3],
    ['per-zone', 3, 3, 6],
    ['per-zone', 2, 2, 4],
  ] as const)(
    'has with %s NAT in %d zones %d gateways and %d addresses',
    (natMode, availabilityZones, gateways, addresses) => {
      const input = { natMode, availabilityZones };
      expect(quantityOf('nat-gateway', input)).toBe(gateways * 730);
      expect(quantityOf('public-address', input)).toBe(addresses * 730);
    },
  );

  it.each(['single', 'per-zone'] as const)(
    'has with %s NAT no gateway in a network that others pay for',
    natMode => {
      const answers = answersWith({ natMode });
      const drafts = networkDrafts({
        answers,
        place: { ...place, clusterMode: 'existing' },
        usage: usageByTier.staging,
        nodes: 3,
      });
      const ids = drafts.map(({ id }) => id);
      expect(ids).not.toContain('nat-gateway');
      expect(ids).not.toContain('nat-data');
      expect(drafts.find(({ id }) => id === 'public-address')).toMatchObject({
        quantity: 3 * 730,
        note: 'load balancer 3',
      });
    },
  );

  it.each([
    [20, 0],
    [100, 0],
    [250, 150],
  ])('prices of %d GB to the internet %d', (egressGb, priced) => {
    const usage = { ...usageByTier.staging, egressGb };
    expect(quantityOf('egress', {}, usage)).toBe(priced);
  });
});
