import { HOURS } from './CostDraft';
import type { CostBasis, CostDraft } from './CostDraft';

/** Control plane, nodes and what they keep; nothing in a cluster that others pay for. */
export function clusterDrafts(basis: CostBasis): CostDraft[] {
  const { answers, nodes, place, usage } = basis;
  if (place.clusterMode === 'existing') return [];
  const { monitoring, nodeDiskGb, nodeInstanceType } = answers;
  const monitoringVolumes: CostDraft = {
    id: 'monitoring-volumes',
    group: 'cluster',
    label: 'Volumes of Prometheus and Grafana',
    note: `${usage.monitoringGb} GB`,
    quantity: usage.monitoringGb,
    price: 'volume',
  };
  return [
    {
      id: 'control-plane',
      group: 'cluster',
      label: 'EKS control plane',
      note: 'a version in standard support',
      quantity: HOURS,
      price: 'control-plane',
    },
    {
      id: 'nodes',
      group: 'cluster',
      label: 'Worker nodes',
      note: `${nodes} × ${nodeInstanceType}`,
      quantity: nodes * HOURS,
      price: `node/${nodeInstanceType}`,
    },
    {
      id: 'node-disks',
      group: 'cluster',
      label: 'Disks of the nodes',
      note: `${nodes} × ${nodeDiskGb} GB`,
      quantity: nodes * nodeDiskGb,
      price: 'volume',
    },
    ...(monitoring ? [monitoringVolumes] : []),
  ];
}
