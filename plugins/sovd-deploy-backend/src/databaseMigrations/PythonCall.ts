import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from './childrenOf';
import type { PythonLiteral } from './PythonLiteral';
import type { PythonScope } from './PythonScope';
import { splitNodes } from './splitNodes';

/** A call as it is written: who is called, with which arguments. */
export class PythonCall {
  readonly callee: SyntaxNode;
  /** Names of `a.b.c`; undefined where something else than names is called. */
  readonly path: readonly string[] | undefined;
  readonly positional: readonly SyntaxNode[][];
  readonly keywords: ReadonlyMap<string, SyntaxNode[]>;
  /** `*arguments` or `**arguments`: what is handed over can't be told. */
  readonly spread: boolean;

  constructor(readonly node: SyntaxNode, private readonly scope: PythonScope) {
    const [callee, list] = childrenOf(node);
    this.callee = callee;
    this.path = pathOf(callee, scope);
    const positional: SyntaxNode[][] = [];
    const keywords = new Map<string, SyntaxNode[]>();
    let spread = false;
    for (const run of splitNodes(childrenOf(list).slice(1, -1), ',')) {
      const [first, second, ...rest] = run;
      if (first.name === '*' || first.name === '**') spread = true;
      else if (second && scope.textOf(second) === '=') {
        keywords.set(scope.textOf(first), rest);
      } else positional.push(run);
    }
    this.positional = positional;
    this.keywords = keywords;
    this.spread = spread;
  }

  /** The argument of that place or name. */
  argument(place: number, name: string): SyntaxNode[] | undefined {
    return this.positional[place] ?? this.keywords.get(name);
  }

  /** Undefined where the argument isn't given. */
  literal(name: string): PythonLiteral | undefined {
    const nodes = this.keywords.get(name);
    return nodes && this.scope.literal(nodes);
  }

  /** The argument for people: its value, or its source in braces. */
  text(nodes: readonly SyntaxNode[] | undefined): string {
    if (!nodes) return '?';
    const literal = this.scope.literal(this.#unwrapped(nodes));
    if (literal.kind === 'string') return literal.value;
    if (literal.kind === 'none') return '?';
    return `{${nodes.map(node => this.scope.textOf(node)).join(' ')}}`;
  }

  /** The name in `op.f("name")`. */
  #unwrapped(nodes: readonly SyntaxNode[]): readonly SyntaxNode[] {
    const [node] = nodes;
    if (nodes.length !== 1 || node.name !== 'CallExpression') return nodes;
    const { path, positional } = new PythonCall(node, this.scope);
    return path?.length === 2 && path[1] === 'f' && positional.length === 1
      ? positional[0]
      : nodes;
  }
}

function pathOf(node: SyntaxNode, scope: PythonScope): string[] | undefined {
  if (node.name === 'VariableName') return [scope.textOf(node)];
  if (node.name !== 'MemberExpression') return undefined;
  const [object, , property] = childrenOf(node);
  const path = pathOf(object, scope);
  if (!path || property?.name !== 'PropertyName') return undefined;
  return [...path, scope.textOf(property)];
}
