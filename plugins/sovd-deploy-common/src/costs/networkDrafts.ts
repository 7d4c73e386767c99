import { HOURS } from './CostDraft';
import type { CostBasis, CostDraft } from './CostDraft';
import { FREE_EGRESS_GB } from './usage';

function line(
  id: string,
  label: string,
  note: string,
  quantity: number,
): CostDraft {
  return { id, group: 'network', label, note, quantity, price: id };
}

/** Gateways of a network of one's own; a shared cluster's network has its gateways already. */
function gatewaysOf({ answers, place }: CostBasis): number {
  if (place.clusterMode === 'existing') return 0;
  return answers.natMode === 'per-zone' ? answers.availabilityZones : 1;
}

function natDrafts(gateways: number, { answers, usage }: CostBasis) {
  if (gateways === 0) return [];
  return [
    line(
      'nat-gateway',
      'NAT gateways',
      answers.natMode === 'per-zone' ? `${gateways}, one per zone` : '1',
      gateways * HOURS,
    ),
    line('nat-data', 'NAT, data', `${usage.natGb} GB`, usage.natGb),
  ];
}

/** The ways in and out: load balancer, NAT, addresses, names and traffic. */
export function networkDrafts(basis: CostBasis): CostDraft[] {
  const { usage } = basis;
  const { availabilityZones: zones } = basis.answers;
  const gateways = gatewaysOf(basis);
  return [
    line('load-balancer', 'Load balancer', '1', HOURS),
    line(
      'load-balancer-units',
      'Load balancer, capacity',
      `${usage.loadBalancerUnits} LCU on average`,
      usage.loadBalancerUnits * HOURS,
    ),
    ...natDrafts(gateways, basis),
    // the load balancer has an address in each zone, each gateway has its own
    line(
      'public-address',
      'Public IPv4 addresses',
      gateways > 0
        ? `load balancer ${zones}, NAT ${gateways}`
        : `load balancer ${zones}`,
      (zones + gateways) * HOURS,
    ),
    line(
      'hosted-zone',
      'Route 53 zone',
      `${usage.hostedZones}`,
      usage.hostedZones,
    ),
    line(
      'dns-queries',
      'Route 53 queries',
      `${usage.dnsQueries} million`,
      usage.dnsQueries,
    ),
    line(
      'egress',
      'Traffic to the internet',
      `${usage.egressGb} GB, the first ${FREE_EGRESS_GB} are free`,
      Math.max(0, usage.egressGb - FREE_EGRESS_GB),
    ),
    line(
      'cross-zone',
      'Traffic between zones',
      `${usage.crossZoneGb} GB`,
      usage.crossZoneGb,
    ),
  ];
}
