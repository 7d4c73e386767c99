/**
 * Longest `<name>-<environment>`: leaves room for what AWS appends
 * (an ALB name has at most 32 characters, with `-alb` behind ours).
 *
 * @public
 */
export const MAX_ENVIRONMENT_NAME_LENGTH = 28;

/**
 * The one name of an environment: catalog entity, Helm release and CloudFormation
 * stack all carry it. Its namespace has the pattern of the target: {@link namespaceOf}.
 *
 * @public
 */
export function environmentName(answers: {
  name: string;
  environment: string;
}): string {
  return `${answers.name}-${answers.environment}`;
}

/**
 * The namespace that an environment of a target has.
 *
 * @public
 */
export function namespaceOf(
  answers: { name: string; environment: string },
  { namespacePattern }: { namespacePattern: string },
): string {
  return namespacePattern
    .replaceAll('{name}', answers.name)
    .replaceAll('{environment}', answers.environment);
}

/**
 * What people read for an image tag: a commit tag is cut to seven characters
 * of the hash, as Git does, and any other tag stays as it is.
 *
 * @public
 */
export function versionOf(imageTag: string): string {
  const commit = /^sha-([0-9a-f]{40})$/.exec(imageTag);
  return commit ? `sha-${commit[1].slice(0, 7)}` : imageTag;
}
