import type { SyntaxNode } from '@lezer/common';

/** Runs of nodes between separators; an empty run after the last one is left out. */
export function splitNodes(
  nodes: readonly SyntaxNode[],
  separator: string,
): SyntaxNode[][] {
  const runs: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === separator) runs.push([]);
    else runs[runs.length - 1].push(node);
  }
  if (runs[runs.length - 1].length === 0) runs.pop();
  return runs;
}
