import { CustomErrorBase } from '@backstage/errors';

/** One of the reasons of a refusal, e.g. `FieldManagerConflict` with the field it is about. */
export interface KubernetesCause {
  reason?: string;
  message?: string;
  field?: string;
}

/** Kubernetes refused a call, or couldn't be reached. */
export class KubernetesApiError extends CustomErrorBase {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Kubernetes' own word, e.g. `NotFound`, `Expired`, `Conflict`. */
  readonly reason: string;
  readonly causes: readonly KubernetesCause[];

  constructor(
    message: string,
    options: {
      status?: number;
      reason: string;
      causes?: readonly KubernetesCause[];
    },
  ) {
    super(message);
    const { status = 0, reason, causes = [] } = options;
    this.status = status;
    this.reason = reason;
    this.causes = causes;
  }
}

/** An answer that isn't a success, as an error with Kubernetes' own words. */
export function toKubernetesApiError(
  cluster: string,
  status: number,
  body: string,
): KubernetesApiError {
  const { message, reason, details } = readStatus(body);
  const words = message ?? (body.trim().slice(0, 200) || `HTTP ${status}`);
  return new KubernetesApiError(`The cluster ${cluster} answered: ${words}`, {
    status,
    reason: reason ?? `HTTP${status}`,
    causes: details?.causes,
  });
}

function readStatus(body: string): {
  message?: string;
  reason?: string;
  details?: { causes?: KubernetesCause[] };
} {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
