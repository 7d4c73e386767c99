import type { Config } from '@backstage/config';
import { namespaceOf, targetSchema } from '@sovd/plugin-sovd-deploy-common';
import { configRefusal } from './configRefusal';

/** DNS label of RFC 1123, without those that Kubernetes keeps for itself. */
const NAMESPACE = /^(?!kube-)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads a pattern that names things after environments.
 *
 * @throws InputError when it lacks a placeholder
 */
export function readNamePattern(
  config: Config,
  key: string,
  pattern: string,
  placeholders: readonly string[],
): string {
  const missing = placeholders.filter(item => !pattern.includes(item));
  if (missing.length > 0) {
    throw configRefusal(
      config,
      key,
      `needs ${missing.join(
        ' and ',
      )}, or several environments would share one name; it is ${pattern}`,
    );
  }
  return pattern;
}

/**
 * Reads the pattern of namespaces: `{name}-{environment}` when left out.
 *
 * @throws InputError when no environment could get a namespace by it
 */
export function readNamespacePattern(config: Config): string {
  const key = 'namespacePattern';
  const pattern = readNamePattern(
    config,
    key,
    config.getOptionalString(key) ?? '{name}-{environment}',
    ['{name}', '{environment}'],
  );
  // the shortest that both may be: longer ones are judged with the answers
  const example = namespaceOf(
    { name: 'sovd', environment: 'qa' },
    { namespacePattern: pattern },
  );
  if (!NAMESPACE.test(example)) {
    throw configRefusal(
      config,
      key,
      `is ${pattern}, which makes the namespace ${example} of sovd and qa; Kubernetes takes at most 63 lower-case letters, digits and hyphens, with neither a hyphen at an end nor kube- before them`,
    );
  }
  return pattern;
}

/**
 * Reads the AWS account.
 *
 * @throws InputError when it is no account's number
 */
export function readAccountId(config: Config): string {
  const accountId = config.getOptional('accountId');
  const parsed = targetSchema.shape.accountId.safeParse(accountId);
  if (!parsed.success) {
    throw configRefusal(
      config,
      'accountId',
      `is ${
        accountId ?? 'not set'
      }; an AWS account has twelve digits, which stand in quotes`,
    );
  }
  return parsed.data;
}
