import type { Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import { podsOf, type Container, type PodSpec } from './StampedChart.ts';

export type HookEvent = 'install' | 'upgrade' | 'rollback' | 'delete';

/** Helm's order of kinds where weights are equal (pkg/release/v1/util, InstallOrder), as far as charts like this have hooks of them. */
const kindOrder = [
  ...['Namespace', 'NetworkPolicy', 'ResourceQuota', 'LimitRange'],
  ...['PodDisruptionBudget', 'ServiceAccount', 'Secret', 'ConfigMap'],
  ...['Service', 'Pod', 'Deployment', 'HorizontalPodAutoscaler', 'Job'],
  'Ingress',
];
const placeOf = (kind: string) => {
  const place = kindOrder.indexOf(kind);
  return place < 0 ? kindOrder.length : place;
};

const eventsOf = ({ metadata }: Manifest) =>
  (metadata.annotations?.['helm.sh/hook'] ?? '').split(',').filter(Boolean);
const weightOf = ({ metadata }: Manifest) =>
  Number(metadata.annotations?.['helm.sh/hook-weight'] ?? 0);

/** Hooks of an event in the order in which Helm makes and awaits them: weight, kind, name. */
export const hooksOf = (
  from: readonly Manifest[],
  moment: string,
): Manifest[] =>
  from
    .filter(manifest => eventsOf(manifest).includes(moment))
    .sort(
      (a, b) =>
        weightOf(a) - weightOf(b) ||
        placeOf(a.kind) - placeOf(b.kind) ||
        a.metadata.name.localeCompare(b.metadata.name),
    );

const staysAfterSuccess = ({ metadata }: Manifest) =>
  !metadata.annotations?.['helm.sh/hook-delete-policy']?.includes(
    'hook-succeeded',
  );

/** What belongs to the release: Helm makes it between the hooks before and after. */
export const objectsOf = (from: readonly Manifest[]): Manifest[] =>
  from.filter(manifest => eventsOf(manifest).length === 0);

interface Reference {
  optional?: boolean;
  name?: string;
  secretName?: string;
}

/** What a pod needs before it starts, as `<kind> <name>`. */
function referencesOf(pod: PodSpec): string[] {
  const needed = (kind: string, given?: Reference) => {
    const name = given?.name ?? given?.secretName;
    return name && !given?.optional ? [`${kind} ${name}`] : [];
  };
  const ofContainer = ({ env = [], envFrom = [] }: Container) => [
    ...env.flatMap(({ valueFrom }) => {
      const source = (valueFrom ?? {}) as Record<string, Reference>;
      return [
        ...needed('Secret', source.secretKeyRef),
        ...needed('ConfigMap', source.configMapKeyRef),
      ];
    }),
    ...(envFrom as Record<string, Reference>[]).flatMap(source => [
      ...needed('Secret', source.secretRef),
      ...needed('ConfigMap', source.configMapRef),
    ]),
  ];
  const account = pod.serviceAccountName as string | undefined;
  return [
    ...[...pod.containers, ...(pod.initContainers ?? [])].flatMap(ofContainer),
    ...((pod.volumes ?? []) as Record<string, Reference>[]).flatMap(volume => [
      ...needed('Secret', volume.secret),
      ...needed('ConfigMap', volume.configMap),
    ]),
    ...((pod.imagePullSecrets ?? []) as Reference[]).flatMap(one =>
      needed('Secret', one),
    ),
    // every namespace has this one
    ...(account && account !== 'default' ? [`ServiceAccount ${account}`] : []),
  ];
}

/** What there is once a manifest is applied; an ExternalSecret brings its Secret. */
function madeBy(manifest: Manifest): string[] {
  const own = `${manifest.kind} ${manifest.metadata.name}`;
  if (manifest.kind !== 'ExternalSecret') return [own];
  const { spec } = manifest as Manifest & {
    spec: { target: { name: string } };
  };
  return [own, `Secret ${spec.target.name}`];
}

/**
 * Plays what Helm does for an event and gives each pod that would wait for something that
 * isn't there: made by an earlier hook, by the release, or before it by the bootstrap.
 *
 * @param bootstrap - manifests applied before the first release
 */
export function missingAtStart(
  from: readonly Manifest[],
  event: HookEvent,
  bootstrap: readonly Manifest[],
): string[] {
  const there = new Set(bootstrap.flatMap(madeBy));
  // whatever comes later finds what the first release made, its lasting hooks too
  if (event !== 'install') {
    const lasting = hooksOf(from, 'pre-install').filter(staysAfterSuccess);
    for (const name of [...objectsOf(from), ...lasting].flatMap(madeBy))
      there.add(name);
  }
  const start = (manifest: Manifest) => {
    const waits = podsOf([manifest]).flatMap(([name, pod]) =>
      referencesOf(pod)
        .filter(need => !there.has(need))
        .map(need => `${name} waits for ${need}`),
    );
    for (const name of madeBy(manifest)) there.add(name);
    return waits;
  };
  const objects = event === 'delete' ? [] : objectsOf(from);
  return [
    ...hooksOf(from, `pre-${event}`).flatMap(start),
    // objects are made together: Kubernetes starts pods again and again until all is there
    ...objects
      .map(one => ({ one, isPod: podsOf([one]).length }))
      .sort((a, b) => a.isPod - b.isPod)
      .flatMap(({ one }) => start(one)),
    ...hooksOf(from, `post-${event}`).flatMap(start),
  ];
}
