import type {
  V1ConfigMap,
  V1Container,
  V1EnvVar,
  V1Pod,
  V1Secret,
} from '@kubernetes/client-node';
import { expandReferences } from './expandReferences.ts';

/** Reads of one namespace; undefined when the object doesn't exist. */
export interface ConfigReader {
  secret(name: string): Promise<V1Secret | undefined>;
  configMap(name: string): Promise<V1ConfigMap | undefined>;
}

/** The container can't be made from its spec: kubelet's CreateContainerConfigError. */
export class ContainerConfigError extends Error {}

type Data = Record<string, string>;

const decode = (secret: V1Secret): Data =>
  Object.fromEntries(
    Object.entries(secret.data ?? {}).map(([key, value]) => [
      key,
      Buffer.from(value, 'base64').toString('utf8'),
    ]),
  );

async function dataOf(
  kind: 'secret' | 'configmap',
  name: string,
  optional: boolean | undefined,
  read: ConfigReader,
): Promise<Data | undefined> {
  const object =
    kind === 'secret' ? await read.secret(name) : await read.configMap(name);
  if (!object && !optional)
    throw new ContainerConfigError(`${kind} "${name}" not found`);
  if (!object) return undefined;
  return kind === 'secret'
    ? decode(object as V1Secret)
    : (object as V1ConfigMap).data ?? {};
}

function fieldOf(pod: V1Pod, path: string): string {
  const keyed = /^metadata\.(labels|annotations)\['([^']+)'\]$/.exec(path);
  if (keyed)
    return (
      pod.metadata?.[keyed[1] as 'labels' | 'annotations']?.[keyed[2] ?? ''] ??
      ''
    );
  const fields: Record<string, string | undefined> = {
    'metadata.name': pod.metadata?.name,
    'metadata.namespace': pod.metadata?.namespace,
    'metadata.uid': pod.metadata?.uid,
    'spec.nodeName': pod.spec?.nodeName,
    'spec.serviceAccountName': pod.spec?.serviceAccountName,
    'status.hostIP': '127.0.0.1',
    'status.podIP': '127.0.0.1',
  };
  if (!(path in fields))
    throw new ContainerConfigError(`unsupported fieldPath: ${path}`);
  return fields[path] ?? '';
}

async function valueFrom(
  variable: V1EnvVar,
  pod: V1Pod,
  read: ConfigReader,
): Promise<string | undefined> {
  const { secretKeyRef, configMapKeyRef, fieldRef } = variable.valueFrom ?? {};
  if (fieldRef) return fieldOf(pod, fieldRef.fieldPath);
  const ref = secretKeyRef ?? configMapKeyRef;
  if (!ref)
    throw new ContainerConfigError(`unsupported valueFrom of ${variable.name}`);
  const kind = secretKeyRef ? 'secret' : 'configmap';
  const data = await dataOf(kind, ref.name ?? '', ref.optional, read);
  const value = data?.[ref.key];
  if (value === undefined && !ref.optional) {
    const where = kind === 'secret' ? 'Secret' : 'ConfigMap';
    throw new ContainerConfigError(
      `couldn't find key ${ref.key} in ${where} ${pod.metadata?.namespace}/${ref.name}`,
    );
  }
  return value;
}

/** The container's environment in kubelet's order: envFrom, then env; `$(VAR)` sees only what came before it. */
export async function containerEnvironment(
  pod: V1Pod,
  container: V1Container,
  read: ConfigReader,
): Promise<Data> {
  const env: Data = {};
  for (const source of container.envFrom ?? []) {
    const ref = source.secretRef ?? source.configMapRef;
    const data = await dataOf(
      source.secretRef ? 'secret' : 'configmap',
      ref?.name ?? '',
      ref?.optional,
      read,
    );
    for (const [key, value] of Object.entries(data ?? {}))
      env[(source.prefix ?? '') + key] = value;
  }
  for (const variable of container.env ?? []) {
    const value = variable.valueFrom
      ? await valueFrom(variable, pod, read)
      : expandReferences(variable.value ?? '', name => env[name]);
    if (value !== undefined) env[variable.name] = value;
  }
  return env;
}
