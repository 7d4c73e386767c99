import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from './childrenOf';
import type { FoundOperation } from './FoundOperation';
import { PythonCall } from './PythonCall';
import type { PythonModule } from './PythonModule';
import { PythonScope } from './PythonScope';
import { readOperation, readSql } from './readOperation';
import { importedFrom } from './importedFrom';
import { unknown } from './SafetyJudgement';

/** They look at something or make something in memory. */
const HARMLESS = [
  ...['bool', 'dict', 'enumerate', 'getattr', 'hasattr', 'int', 'isinstance'],
  ...['len', 'list', 'max', 'min', 'print', 'range', 'reversed', 'set'],
  ...['sorted', 'str', 'sum', 'tuple', 'zip'],
];
const QUIET = ['f', 'get_bind', 'get_context'];

interface Place {
  scope: PythonScope;
  /** Tables of batches by the name that the batch goes by. */
  batches: ReadonlyMap<string, string>;
  /** Name of the function that is followed; undefined in `upgrade()` itself. */
  followed?: string;
}

/**
 * Finds what a function does to the database, whatever path it takes through the code:
 * each branch and loop counts as run. A function of the same file is followed one level.
 */
export class OperationReader {
  readonly #op: ReadonlySet<string>;
  readonly #sqlalchemy: ReadonlySet<string>;
  readonly #created = new Set<string>();
  readonly #found: FoundOperation[] = [];

  constructor(private readonly module: PythonModule) {
    this.#op = importedFrom(module, 'alembic', 'op');
    this.#sqlalchemy = importedFrom(module, 'sqlalchemy');
  }

  read(definition: SyntaxNode): FoundOperation[] {
    this.#readFunction(definition, this.module.scope);
    return this.#found;
  }

  #readFunction(definition: SyntaxNode, outer: PythonScope, name?: string) {
    const body = definition.getChild('Body');
    if (!body) return;
    const parameters = definition.getChild('ParamList');
    const scope = new PythonScope(
      this.module.source,
      body,
      outer,
      new Set(
        parameters?.getChildren('VariableName').map(n => outer.textOf(n)),
      ),
    );
    const place = { scope, batches: new Map(), followed: name };
    childrenOf(body).forEach(child => this.#visit(child, place));
  }

  #visit(node: SyntaxNode, place: Place): void {
    switch (node.name) {
      // what they hold runs when they are called
      case 'FunctionDefinition':
      case 'LambdaExpression':
        return;
      case 'DecoratedStatement':
        return;
      case 'WithStatement':
        this.#visitWith(node, place);
        return;
      case 'CallExpression':
        this.#visitCall(new PythonCall(node, place.scope), place);
        return;
      default:
        childrenOf(node).forEach(child => this.#visit(child, place));
    }
  }

  #visitWith(node: SyntaxNode, place: Place): void {
    const batches = new Map(place.batches);
    const children = childrenOf(node);
    children.forEach((child, index) => {
      const inner = { ...place, batches };
      const call =
        child.name === 'CallExpression'
          ? new PythonCall(child, place.scope)
          : undefined;
      if (call && this.#isOp(call, 'batch_alter_table')) {
        const table = call.text(call.argument(0, 'table_name'));
        const name = children[index + 2];
        if (children[index + 1]?.name === 'as' && name) {
          batches.set(place.scope.textOf(name), table);
        }
      } else if (!call || !this.#isAutocommit(call, place)) {
        this.#visit(child, inner);
      }
    });
  }

  #visitCall(call: PythonCall, place: Place): void {
    const { scope, batches } = place;
    const [first = '', name = '', ...more] = call.path ?? [];
    const last = call.path?.[call.path.length - 1];
    if (name && more.length === 0) {
      const batch = batches.get(first);
      if (this.#op.has(first) || batch !== undefined) {
        if (!QUIET.includes(name)) {
          this.#found.push(
            readOperation(name, call, scope, this.#created, batch),
          );
        }
        return;
      }
    }
    if (this.#isConnection(call, scope)) {
      this.#found.push(readSql(call, scope));
      return;
    }
    if (call.path?.length === 1 && this.#follow(first, place)) {
      childrenOf(call.node).forEach(child => this.#visit(child, place));
      return;
    }
    const harmless =
      (call.path?.length === 1 && HARMLESS.includes(first)) ||
      this.#sqlalchemy.has(first);
    if (!harmless) {
      this.#found.push({
        text: `call {${scope.textOf(call.callee)}}`,
        ...unknown(`what ${last ?? 'it'} does isn't written in this file`),
      });
    }
    childrenOf(call.node).forEach(child => this.#visit(child, place));
  }

  /** True when the name is a function of this file, which is then read. */
  #follow(name: string, { scope, followed }: Place): boolean {
    const definition = scope.definitionOf(name);
    if (!definition) return false;
    if (followed === undefined) {
      this.#readFunction(definition, scope, name);
    } else {
      this.#found.push({
        text: `call {${name}}`,
        ...unknown(`${followed} calls ${name}, which isn't followed`),
      });
    }
    return true;
  }

  #isOp(call: PythonCall, name: string): boolean {
    const [first, second, ...more] = call.path ?? [];
    return second === name && more.length === 0 && this.#op.has(first);
  }

  /** `op.get_context().autocommit_block()`, also through a name. */
  #isAutocommit(call: PythonCall, { scope }: Place): boolean {
    return this.#isMethodOf(call, scope, ['autocommit_block'], 'get_context');
  }

  /** `op.get_bind().execute(…)`, also through a name. */
  #isConnection(call: PythonCall, scope: PythonScope): boolean {
    const methods = ['execute', 'exec_driver_sql', 'scalar'];
    return this.#isMethodOf(call, scope, methods, 'get_bind');
  }

  #isMethodOf(
    call: PythonCall,
    scope: PythonScope,
    methods: readonly string[],
    source: string,
  ): boolean {
    if (call.callee.name !== 'MemberExpression') return false;
    const [object, , method] = childrenOf(call.callee);
    if (!method || !methods.includes(scope.textOf(method))) return false;
    const value =
      object.name === 'VariableName'
        ? scope.expressionOf(scope.textOf(object))
        : [object];
    if (typeof value === 'string' || value.length !== 1) return false;
    return (
      value[0].name === 'CallExpression' &&
      this.#isOp(new PythonCall(value[0], scope), source)
    );
  }
}
