import { databaseQuestions } from './databaseQuestions';
import type { QuestionGroup } from './Question';

/** How large the cloud resources are. */
export const sizeQuestions: readonly QuestionGroup[] = [
  {
    title: 'Nodes',
    questions: [
      {
        kind: 'choice',
        look: 'menu',
        field: 'nodeInstanceType',
        label: 'Kind of node',
        help: 'All nodes are of one kind.',
        options: [
          { value: 't3.medium', label: 't3.medium, 2 vCPU, 4 GiB' },
          { value: 't3.large', label: 't3.large, 2 vCPU, 8 GiB' },
        ],
      },
      {
        kind: 'number',
        field: 'nodeDiskGb',
        label: 'Disk of a node',
        help: '20 to 200 GB.',
        least: 20,
        most: 200,
        step: 10,
        unit: 'GB',
      },
      {
        kind: 'number',
        field: 'nodesDesired',
        label: 'Nodes',
        help: 'How many it starts with; the estimate counts these.',
        least: 1,
        most: 20,
      },
      {
        kind: 'number',
        field: 'nodesMin',
        label: 'Nodes at least',
        help: '1 to 20; production wants one in each zone.',
        least: 1,
        most: 20,
      },
      {
        kind: 'number',
        field: 'nodesMax',
        label: 'Nodes at most',
        help: '1 to 20; the peak counts these.',
        least: 1,
        most: 20,
      },
    ],
  },
  {
    title: 'Network',
    questions: [
      {
        kind: 'count',
        field: 'availabilityZones',
        label: 'Zones',
        help: 'Nodes, database and cache spread over them.',
        options: [
          { value: 2, label: 'Two' },
          { value: 3, label: 'Three' },
        ],
      },
      {
        kind: 'choice',
        look: 'buttons',
        field: 'natMode',
        label: 'NAT gateways',
        help: 'The way of the pods to the internet.',
        options: [
          { value: 'single', label: 'One' },
          { value: 'per-zone', label: 'One per zone' },
        ],
      },
      {
        kind: 'text',
        field: 'vpcCidr',
        label: 'Address block',
        help: 'A private block from /16 to /20, such as 10.0.0.0/16.',
        isRequired: true,
      },
    ],
  },
  databaseQuestions,
  {
    title: 'Cache',
    questions: [
      {
        kind: 'choice',
        look: 'buttons',
        field: 'cacheEngine',
        label: 'Cache',
        options: [
          { value: 'redis', label: 'Redis' },
          { value: 'valkey', label: 'Valkey' },
        ],
      },
      {
        kind: 'choice',
        look: 'menu',
        field: 'cacheNodeType',
        label: 'Kind of cache node',
        options: [
          { value: 'cache.t3.small', label: 'cache.t3.small, 1.4 GiB' },
          { value: 'cache.t3.medium', label: 'cache.t3.medium, 3.1 GiB' },
        ],
      },
      {
        kind: 'number',
        field: 'cacheNodes',
        label: 'Cache nodes',
        help: '1 to 6; from two on, one can fail.',
        least: 1,
        most: 6,
      },
    ],
  },
];
