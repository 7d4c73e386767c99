import { HOURS } from './CostDraft';
import type { CostBasis, CostDraft } from './CostDraft';
import { FREE_EGRESS_GB } from './usage';

/** The ways in and out: load balancer, NAT, addresses, names and traffic. */
export function networkDrafts({ answers, usage }: CostBasis): CostDraft[] {
  const { availabilityZones: zones, natMode } = answers;
  const gateways = natMode === 'per-zone' ? zones : 1;
  // the load balancer has an address in each zone, each gateway has its own
  const addresses = zones + gateways;
  const line = (
    id: string,
    label: string,
    note: string,
    quantity: number,
  ): CostDraft => ({ id, group: 'network', label, note, quantity, price: id });
  return [
    line('load-balancer', 'Load balancer', '1', HOURS),
    line(
      'load-balancer-units',
      'Load balancer, capacity',
      `${usage.loadBalancerUnits} LCU on average`,
      usage.loadBalancerUnits * HOURS,
    ),
    line(
      'nat-gateway',
      'NAT gateways',
      natMode === 'per-zone' ? `${gateways}, one per zone` : '1',
      gateways * HOURS,
    ),
    line('nat-data', 'NAT, data', `${usage.natGb} GB`, usage.natGb),
    line(
      'public-address',
      'Public IPv4 addresses',
      `load balancer ${zones}, NAT ${gateways}`,
      addresses * HOURS,
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
