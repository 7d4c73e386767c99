import { CustomErrorBase } from '@backstage/errors';

/** Kubernetes refused a call, or couldn't be reached. */
export class KubernetesApiError extends CustomErrorBase {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Kubernetes' own word, e.g. `NotFound`, `Expired`, `Conflict`. */
  readonly reason: string;

  constructor(
    message: string,
    { status = 0, reason }: { status?: number; reason: string },
  ) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

/** An answer that isn't a success, as an error with Kubernetes' own words. */
export function toKubernetesApiError(
  cluster: string,
  status: number,
  body: string,
): KubernetesApiError {
  const { message, reason } = readStatus(body);
  const words = message ?? (body.trim().slice(0, 200) || `HTTP ${status}`);
  return new KubernetesApiError(`The cluster ${cluster} answered: ${words}`, {
    status,
    reason: reason ?? `HTTP${status}`,
  });
}

function readStatus(body: string): { message?: string; reason?: string } {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
