import type { Container, PodSpec } from './StampedChart.ts';

const hostFields = ['hostNetwork', 'hostPID', 'hostIPC'];

/** Kinds of volumes that "restricted" allows. */
const volumes = [
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral'],
  ...['persistentVolumeClaim', 'projected', 'secret'],
];

function containerFaults(one: Container): string[] {
  const context = one.securityContext ?? {};
  const capabilities = context.capabilities as
    | { drop?: string[]; add?: string[] }
    | undefined;
  const faults: [boolean, string][] = [
    [context.privileged === true, 'is privileged'],
    [context.allowPrivilegeEscalation !== false, 'may escalate privileges'],
    [context.readOnlyRootFilesystem !== true, 'may write to its root'],
    [context.runAsUser === 0, 'runs as root'],
    [!capabilities?.drop?.includes('ALL'), 'keeps capabilities'],
    [
      (capabilities?.add ?? []).some(name => name !== 'NET_BIND_SERVICE'),
      'adds capabilities',
    ],
    [
      JSON.stringify(one.ports ?? []).includes('hostPort'),
      'takes a port of the node',
    ],
  ];
  return faults
    .filter(([is]) => is)
    .map(([, fault]) => `container ${one.name} ${fault}`);
}

/**
 * What in a pod breaks the Pod Security Standard "restricted"
 * (https://kubernetes.io/docs/concepts/security/pod-security-standards/), or what the
 * chart asks for beyond it: a read-only root, and a token only where it is asked for.
 */
export function restrictedFaults(pod: PodSpec): string[] {
  const context = pod.securityContext ?? {};
  const profile = (context.seccompProfile as { type?: string })?.type;
  const faults: [boolean, string][] = [
    ...hostFields.map(
      field => [pod[field] === true, `shares ${field}`] as [boolean, string],
    ),
    [context.runAsNonRoot !== true, 'has no runAsNonRoot'],
    [context.runAsUser === 0, 'runs as root'],
    [
      profile !== 'RuntimeDefault' && profile !== 'Localhost',
      'has no seccomp profile',
    ],
    [context.sysctls !== undefined, 'sets sysctls'],
    [
      typeof pod.automountServiceAccountToken !== 'boolean',
      'leaves open whether it gets a token',
    ],
    [pod.enableServiceLinks !== false, 'gets variables of all Services'],
  ];
  const kinds = (pod.volumes ?? []).flatMap(({ name: _, ...volume }) =>
    Object.keys(volume),
  );
  return [
    ...faults.filter(([is]) => is).map(([, fault]) => fault),
    ...kinds
      .filter(kind => !volumes.includes(kind))
      .map(kind => `mounts a ${kind}`),
    ...[...pod.containers, ...(pod.initContainers ?? [])].flatMap(
      containerFaults,
    ),
  ];
}
