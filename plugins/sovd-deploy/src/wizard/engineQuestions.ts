import type { QuestionGroup } from './Question';

/** What makes the cloud resources. */
export const engineQuestions: readonly QuestionGroup[] = [
  {
    title: 'Cloud resources',
    questions: [
      {
        kind: 'choice',
        look: 'buttons',
        field: 'engine',
        label: 'Engine',
        help: 'Makes database, cache, network and cluster, and changes them later.',
        options: [
          { value: 'cloudformation', label: 'CloudFormation' },
          { value: 'terraform', label: 'Terraform' },
        ],
      },
      {
        kind: 'switch',
        field: 'changeApproval',
        label: 'Changes wait for an approver',
        help: 'Production never goes without.',
      },
    ],
  },
  {
    title: 'Cluster',
    questions: [
      {
        kind: 'choice',
        look: 'menu',
        field: 'kubernetesVersion',
        label: 'Kubernetes version',
        help: 'Versions in standard support at the target.',
        // each target has its own
        options: [],
      },
      {
        kind: 'choice',
        look: 'buttons',
        field: 'workloadIdentity',
        label: 'Rights of the pods in AWS',
        help: 'How a pod gets the rights of its role, without a key.',
        options: [
          { value: 'irsa', label: 'IAM roles for service accounts' },
          { value: 'pod-identity', label: 'EKS Pod Identity' },
        ],
      },
    ],
  },
];
