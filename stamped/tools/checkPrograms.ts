import { GoTools } from './GoTools.ts';

/** helm-unittest and kubeconform. */
export const chartChecks = new GoTools(
  'chart-checks',
  'helm-unittest and kubeconform from their Go modules',
);

/** In a module of its own: it needs an older Kubernetes API than the others. */
export const kubeScore = new GoTools(
  'kube-score',
  'kube-score from its Go module',
);

/** actionlint and gitleaks. */
export const textChecks = new GoTools(
  'text-checks',
  'actionlint and gitleaks from their Go modules',
);

export const tflint = new GoTools('tflint', 'tflint from its Go module');

export const helmDocs = new GoTools(
  'helm-docs',
  'helm-docs from its Go module',
);
