import type { UnreadableRevision } from '@sovd/plugin-sovd-deploy-common';
import type { RevisionVariables } from './AlembicRevision';

/** What of a revision makes the graph. */
export interface GraphNode extends RevisionVariables {
  file: string;
}

/** Which revisions stand directly below each, with what is wrong about it. */
export interface RevisionEdges {
  /** `down_revision` by revision. */
  down: ReadonlyMap<string, readonly string[]>;
  /** `depends_on` by revision, branch labels as the revision that carries them. */
  dependsOn: ReadonlyMap<string, readonly string[]>;
  problems: readonly UnreadableRevision[];
}

/** Resolves names to revisions; what Alembic would refuse becomes a problem. */
export function resolveRevisions(nodes: readonly GraphNode[]): RevisionEdges {
  const problems: UnreadableRevision[] = [];
  const ids = new Map<string, GraphNode>();
  for (const node of nodes) {
    const other = ids.get(node.id);
    if (other) {
      const reason = `revision ${node.id} stands in ${other.file} as well`;
      problems.push({ file: node.file, reason });
    } else ids.set(node.id, node);
  }
  const labels = new Map<string, GraphNode>();
  for (const node of ids.values()) {
    for (const label of node.branchLabels) {
      const other = labels.get(label) ?? ids.get(label);
      if (other) {
        const reason = `branch label ${label} is taken by ${other.file}`;
        problems.push({ file: node.file, reason });
      } else labels.set(label, node);
    }
  }
  const down = new Map<string, string[]>();
  const dependsOn = new Map<string, string[]>();
  for (const { id, file, ...node } of ids.values()) {
    const resolve = (
      variable: string,
      names: readonly string[],
      found: (name: string) => GraphNode | undefined,
    ): string[] => {
      const targets = names.flatMap(name => found(name)?.id ?? []);
      for (const name of names.filter(each => !found(each))) {
        const reason = `${variable} ${name} is in no file`;
        problems.push({ file, reason });
      }
      return targets;
    };
    down.set(
      id,
      resolve('down_revision', node.down, name => ids.get(name)),
    );
    dependsOn.set(
      id,
      resolve(
        'depends_on',
        node.dependsOn,
        name => ids.get(name) ?? labels.get(name),
      ),
    );
  }
  return { down, dependsOn, problems };
}
