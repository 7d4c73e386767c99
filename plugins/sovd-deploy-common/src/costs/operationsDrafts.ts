import type { CostBasis, CostDraft } from './CostDraft';

/** What runs beside the application: files, images, secrets, keys and logs. */
export function operationsDrafts({ usage }: CostBasis): CostDraft[] {
  const line = (
    id: string,
    label: string,
    quantity: number,
    note: string,
  ): CostDraft => ({
    id,
    group: 'operations',
    label,
    note: `${quantity} ${note}`.trim(),
    quantity,
    price: id,
  });
  return [
    line('object-storage', 'S3', usage.objectStorageGb, 'GB'),
    line('object-requests', 'S3 requests', usage.objectRequests, 'thousand'),
    line('image-storage', 'ECR', usage.imageGb, 'GB'),
    line('secrets', 'Secrets Manager', usage.secrets, 'secrets'),
    line(
      'secret-calls',
      'Secrets Manager, reads',
      usage.secretCalls,
      '× 10,000',
    ),
    line('keys', 'KMS keys', usage.keys, ''),
    line('log-ingest', 'CloudWatch Logs, written', usage.logIngestGb, 'GB'),
    line('log-storage', 'CloudWatch Logs, kept', usage.logStorageGb, 'GB'),
  ];
}
