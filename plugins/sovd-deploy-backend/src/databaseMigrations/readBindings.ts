import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from './childrenOf';
import { splitNodes } from './splitNodes';

/** One place that gives a name a value. */
export interface PythonBinding {
  at: number;
  /** The expression, when it is certain that it is evaluated and what to. */
  value?: SyntaxNode[];
  /** The function of that name. */
  definition?: SyntaxNode;
  /** Why it isn't certain. */
  reason: string;
}

/** `*` stands for any name: `from module import *`. */
export type PythonBindings = ReadonlyMap<string, readonly PythonBinding[]>;

/** Finds every place in a module's or a function's own scope that binds a name. */
export function readBindings(scope: SyntaxNode, source: string) {
  const bindings = new Map<string, PythonBinding[]>();
  const bind = (node: SyntaxNode, binding: Omit<PythonBinding, 'at'>) => {
    const name = source.slice(node.from, node.to);
    const known = bindings.get(name) ?? [];
    bindings.set(name, [...known, { ...binding, at: node.from }]);
  };
  const bindAll = (nodes: readonly SyntaxNode[], reason: string) => {
    for (const node of nodes) {
      if (node.name === 'VariableName') {
        bind(node, { reason });
      } else if (/Expression$/.test(node.name) && !isPlace(node)) {
        bindAll(childrenOf(node), reason);
      }
    }
  };

  const assign = (statement: SyntaxNode, certain: boolean) => {
    const runs = splitNodes(
      childrenOf(statement).filter(node => node.name !== 'TypeDef'),
      'AssignOp',
    );
    // an annotation without a value binds nothing
    if (!statement.getChild('AssignOp')) return;
    const value = runs[runs.length - 1];
    for (const target of runs.slice(0, -1)) {
      const names = elementsOf(target);
      const values = elementsOf(value);
      if (!certain) bindAll(target, 'is assigned under a condition');
      else if (target.length === 1 && target[0].name === 'VariableName') {
        bind(target[0], { value, reason: '' });
      } else if (
        names.length === values.length &&
        names.every(([name, more]) => name.name === 'VariableName' && !more)
      ) {
        names.forEach(([name], index) =>
          bind(name, { value: values[index], reason: '' }),
        );
      } else bindAll(target, 'is assigned by unpacking');
    }
  };

  const visit = (node: SyntaxNode, certain: boolean): void => {
    const children = childrenOf(node);
    const [, second] = children;
    switch (node.name) {
      case 'StatementGroup':
      case 'Script':
        children.forEach(child => visit(child, certain));
        return;
      case 'AssignStatement':
        assign(node, certain);
        break;
      case 'UpdateStatement':
        bindAll(children.slice(0, 1), 'is changed in place');
        break;
      case 'DeleteStatement':
        bindAll(children, 'is deleted');
        return;
      case 'ImportStatement':
        importedNames(children).forEach(name =>
          bind(name, { reason: 'is imported' }),
        );
        return;
      case 'ForStatement':
        bindAll(
          children.slice(
            0,
            children.findIndex(child => child.name === 'in'),
          ),
          'is the variable of a loop',
        );
        break;
      case 'FunctionDefinition':
      case 'ClassDefinition': {
        const name = node.getChild('VariableName');
        const plain = certain && second?.name === 'VariableName';
        if (name) {
          bind(name, {
            reason: 'is a function or class',
            ...(plain && node.name.startsWith('F') && { definition: node }),
          });
        }
        bindAll(globalsOf(node), 'is changed in a function');
        return;
      }
      case 'LambdaExpression':
        return;
      case 'CapturePattern':
      case 'TypeDefinition':
        bindAll(children, 'is bound by a pattern or type');
        return;
      default:
    }
    children.forEach((child, index) => {
      if (child.name === 'as')
        bindAll(children.slice(index + 1, index + 2), 'is bound by as');
      if (source.slice(child.from, child.to) === ':=') {
        bindAll(
          children.slice(Math.max(index - 1, 0), index),
          'is assigned within an expression',
        );
      }
      visit(child, false);
    });
  };
  if (scope.name === 'Script') visit(scope, true);
  else childrenOf(scope).forEach(child => visit(child, true));
  return bindings;
}

/** An attribute or an element, which no name is bound by. */
function isPlace(node: SyntaxNode): boolean {
  return node.name === 'MemberExpression' || node.name === 'CallExpression';
}

/** The parts of `a, b`, `(a, b)` or `[a, b]`. */
function elementsOf(run: readonly SyntaxNode[]): SyntaxNode[][] {
  const [only] = run;
  const nested =
    run.length === 1 &&
    (only.name === 'TupleExpression' || only.name === 'ArrayExpression');
  return splitNodes(nested ? childrenOf(only).slice(1, -1) : run, ',');
}

/** `import a.b` binds a, `import a.b as c` c, `from a import b, c as d` b and d. */
function importedNames(children: readonly SyntaxNode[]): SyntaxNode[] {
  const after = children.findIndex(child => child.name === 'import') + 1;
  const from = children[0].name === 'from';
  return splitNodes(
    children.slice(after).filter(({ name }) => name !== '(' && name !== ')'),
    ',',
  ).map(run => (from || hasAlias(run) ? run[run.length - 1] : run[0]));
}

function hasAlias(run: readonly SyntaxNode[]): boolean {
  return run.some(node => node.name === 'as');
}

function globalsOf(definition: SyntaxNode): SyntaxNode[] {
  const names: SyntaxNode[] = [];
  definition.cursor().iterate(({ name, node }) => {
    if (name === 'ScopeStatement' && node.firstChild?.name === 'global') {
      names.push(...node.getChildren('VariableName'));
    }
  });
  return names;
}
