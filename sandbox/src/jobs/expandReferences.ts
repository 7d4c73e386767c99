/**
 * `$(VAR)` as Kubernetes expands it: `$$` is a literal `$`, an unknown reference stays as written, nothing is recursive.
 * Source: k8s.io/kubernetes/third_party/forked/golang/expansion.
 */
export function expandReferences(
  text: string,
  lookup: (name: string) => string | undefined,
): string {
  return text.replace(
    /\$(\$|\(([^)]*)\))/g,
    (whole, _next: string, name: string | undefined) =>
      name === undefined ? '$' : lookup(name) ?? whole,
  );
}
