import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from './childrenOf';
import type { PythonLiteral } from './PythonLiteral';
import { type PythonBinding, readBindings } from './readBindings';
import { readPythonString } from './readPythonString';
import { splitNodes } from './splitNodes';

const LISTS = ['TupleExpression', 'ArrayExpression', 'SetExpression'];
// a name for a name for a name …: enough for people, an end for loops
const MOST_NAMES = 5;

/** The names of a module or a function, and what stands behind them. */
export class PythonScope {
  readonly #bindings: ReadonlyMap<string, readonly PythonBinding[]>;

  /** @param body - the whole module, or a function's body */
  constructor(
    readonly source: string,
    body: SyntaxNode,
    private readonly outer?: PythonScope,
    private readonly parameters: ReadonlySet<string> = new Set(),
  ) {
    this.#bindings = readBindings(body, source);
  }

  textOf(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to);
  }

  /** Every place that binds a name here, with those that bind any name. */
  bindingsOf(name: string): readonly PythonBinding[] {
    return this.#bindings.get(name) ?? [];
  }

  /** Starts of `from module import *`, any of which may bind any name. */
  get starImports(): readonly number[] {
    return this.bindingsOf('*').map(({ at }) => at);
  }

  /** The function that a name surely stands for. */
  definitionOf(name: string): SyntaxNode | undefined {
    const bindings = this.bindingsOf(name);
    if (bindings.length > 0) {
      return bindings.length === 1 ? bindings[0].definition : undefined;
    }
    return this.parameters.has(name)
      ? undefined
      : this.outer?.definitionOf(name);
  }

  /** The expression that a name surely stands for, or why that isn't certain. */
  expressionOf(name: string): SyntaxNode[] | string {
    if (this.parameters.has(name)) return `${name} is an argument`;
    const bindings = this.bindingsOf(name);
    if (bindings.length === 0) {
      return this.outer?.expressionOf(name) ?? `${name} isn't set in this file`;
    }
    const [{ at, value, reason }] = bindings;
    if (bindings.length > 1) return `${name} is set more than once`;
    if (!value) return `${name} ${reason}`;
    if (this.starImports.some(star => star > at)) {
      return `${name} may be imported by *`;
    }
    return value;
  }

  /** What an expression is, without running it. */
  literal(nodes: readonly SyntaxNode[], names = MOST_NAMES): PythonLiteral {
    const elements = splitNodes(nodes, ',');
    if (nodes.some(node => node.name === ',')) {
      return { kind: 'list', items: elements.map(e => this.literal(e, names)) };
    }
    const [node] = nodes;
    if (nodes.length !== 1) return this.#computed(nodes);
    switch (node.name) {
      case 'String':
      case 'FormatString':
        return readPythonString(node, this.source);
      case 'ContinuedString':
        return this.#joined(
          childrenOf(node).map(part => [part]),
          names,
        );
      case 'BinaryExpression': {
        const [left, operator, right] = childrenOf(node);
        return this.textOf(operator) === '+'
          ? this.#joined([[left], [right]], names)
          : this.#computed(nodes);
      }
      case 'None':
        return { kind: 'none' };
      case 'Boolean':
        return { kind: 'boolean', value: this.textOf(node) === 'True' };
      case 'ParenthesizedExpression':
        return this.literal(childrenOf(node).slice(1, -1), names);
      case 'VariableName': {
        const found = this.expressionOf(this.textOf(node));
        if (typeof found === 'string') {
          return { kind: 'unreadable', reason: found };
        }
        if (names === 0) return this.#computed(nodes);
        return this.#home(this.textOf(node)).literal(found, names - 1);
      }
      default:
        return LISTS.includes(node.name)
          ? {
              kind: 'list',
              items: splitNodes(childrenOf(node).slice(1, -1), ',').map(e =>
                this.literal(e, names),
              ),
            }
          : this.#computed(nodes);
    }
  }

  /** The scope that a name belongs to: its expression is read there. */
  #home(name: string): PythonScope {
    const here = this.bindingsOf(name).length > 0 || !this.outer;
    return here ? this : this.outer.#home(name);
  }

  #joined(parts: SyntaxNode[][], names: number): PythonLiteral {
    let value = '';
    for (const part of parts) {
      const literal = this.literal(part, names);
      if (literal.kind === 'unreadable') return literal;
      if (literal.kind !== 'string') return this.#computed(part);
      value += literal.value;
    }
    return { kind: 'string', value };
  }

  #computed(nodes: readonly SyntaxNode[]): PythonLiteral {
    const text = nodes.map(node => this.textOf(node)).join(' ');
    return { kind: 'unreadable', reason: `${text} is computed` };
  }
}
