import { childrenOf } from './childrenOf';
import type { PythonModule } from './PythonModule';
import { splitNodes } from './splitNodes';

/**
 * Names that a module's own import statements give to a package or to what is in it.
 *
 * @param only - the one thing in the package that counts
 */
export function importedFrom(
  { root, scope }: PythonModule,
  wanted: string,
  only?: string,
): ReadonlySet<string> {
  const names = new Set<string>();
  root.cursor().iterate(({ name, node }) => {
    if (name !== 'ImportStatement') return name === 'Script' || isNested(name);
    const children = childrenOf(node);
    const after = children.findIndex(child => child.name === 'import') + 1;
    const source = children[0].name === 'from' ? children[1] : undefined;
    if (source && scope.textOf(source) !== wanted) return false;
    const things = children
      .slice(after)
      .filter(child => child.name !== '(' && child.name !== ')');
    for (const run of splitNodes(things, ',')) {
      const last = scope.textOf(run[run.length - 1]);
      const first = scope.textOf(run[0]);
      const alias = run.some(child => child.name === 'as');
      // `import a.b` gives the name a, `import a.b as c` the name c
      if (!source) {
        if (first === wanted && !only) names.add(alias ? last : first);
      } else if (!only || first === only) names.add(last);
    }
    return false;
  });
  return names;
}

/** Imports stand in functions and blocks as well. */
function isNested(name: string): boolean {
  return (
    name.endsWith('Definition') || name.endsWith('Statement') || name === 'Body'
  );
}
