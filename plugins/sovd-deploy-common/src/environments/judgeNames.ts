import type { Finding } from '../finding';
import type { Judge } from './JudgeContext';
import {
  environmentName,
  MAX_ENVIRONMENT_NAME_LENGTH,
  namespaceOf,
} from './names';
import type { Answers } from './answers';

/** Longest DNS label, which a namespace is (RFC 1123). */
const MAX_NAMESPACE_LENGTH = 63;

/** Namespaces that components of a cluster live in; `kube-` goes without saying. */
const TAKEN_NAMESPACES = new Set([
  'amazon-cloudwatch',
  'argo-rollouts',
  'aws-observability',
  'cert-manager',
  'external-dns',
  'external-secrets',
  'gatekeeper-system',
  'ingress-nginx',
  'istio-system',
  'kubernetes-dashboard',
]);

function judgeLength(name: string, namespace: string): Finding[] {
  const excess = Math.max(
    name.length - MAX_ENVIRONMENT_NAME_LENGTH,
    namespace.length - MAX_NAMESPACE_LENGTH,
  );
  if (excess <= 0) return [];
  return [
    {
      rule: 'name-length',
      severity: 'blocker',
      headline: `${name} is too long by ${excess}`,
      cause: `It has ${name.length} characters and may have ${MAX_ENVIRONMENT_NAME_LENGTH}: a load balancer's name takes 32 with what is added, a cache's 40, a database's and a namespace's ${MAX_NAMESPACE_LENGTH}.`,
      nextSteps: [{ label: `Shorten the two names by ${excess} together` }],
      fields: ['name', 'environment'],
    },
  ];
}

/** Why somebody else keeps the name, as the rest of a sentence. */
function reservation(
  { name, environment }: Answers,
  namespace: string,
): { word: string; cause: string; fields: string[] } | undefined {
  if (environment === 'default' || environment.startsWith('kube-')) {
    return {
      word: environment,
      cause:
        'Kubernetes keeps "default" and everything that begins with "kube-" for itself.',
      fields: ['environment'],
    };
  }
  if (name.startsWith('kube-') || namespace.startsWith('kube-')) {
    return {
      word: namespace,
      cause: 'Kubernetes keeps namespaces that begin with "kube-" for itself.',
      fields: ['name', 'environment'],
    };
  }
  if (TAKEN_NAMESPACES.has(namespace)) {
    return {
      word: namespace,
      cause: 'A component of clusters lives in the namespace of that name.',
      fields: ['name', 'environment'],
    };
  }
  if (name === 'internal' || name.startsWith('internal-')) {
    return {
      word: name,
      cause: 'AWS takes no load balancer whose name begins with "internal-".',
      fields: ['name'],
    };
  }
  return undefined;
}

/** Names become DNS labels, AWS names and a namespace: length and words that are kept. @public */
export const judgeNames: Judge = (answers, { target }) => {
  const name = environmentName(answers);
  const namespace = target ? namespaceOf(answers, target) : name;
  const reserved = reservation(answers, namespace);
  const findings = judgeLength(name, namespace);
  if (!reserved) return findings;
  const { word, cause, fields } = reserved;
  return [
    ...findings,
    {
      rule: 'reserved-name',
      severity: 'blocker',
      headline: `${word} is a reserved word`,
      cause,
      nextSteps: fields.includes('name')
        ? [{ label: 'Choose another name' }]
        : [{ label: 'Call it staging', set: { environment: 'staging' } }],
      fields,
    },
  ];
};
