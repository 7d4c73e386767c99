import type { SyntaxNode } from '@lezer/common';
import { alembicOperations } from './alembicOperations';
import type { FoundOperation } from './FoundOperation';
import { judgeAddColumn } from './judgeAddColumn';
import { judgeSql } from './judgeSql';
import { PythonCall } from './PythonCall';
import type { PythonScope } from './PythonScope';
import { expand, unknown } from './SafetyJudgement';

const LONGEST_SQL = 80;

/**
 * Reads `op.<name>(…)`, or a call of a batch's operation.
 *
 * @param batch - the table of the batch that it is called on
 * @param created - tables that this revision has made; older code doesn't know them.
 * A `create_table` adds its own.
 */
export function readOperation(
  name: string,
  call: PythonCall,
  scope: PythonScope,
  created: Set<string>,
  batch?: string,
): FoundOperation {
  if (name === 'execute') return readSql(call, scope);
  const batched = batch !== undefined;
  const parameter = (names: readonly string[], wanted: string) => {
    const order = batched ? names.filter(each => !isTable(each)) : names;
    return call.argument(order.indexOf(wanted), wanted);
  };
  const schema = call.keywords.get('schema');
  const inSchema = (table: string) =>
    schema ? `${call.text(schema)}.${table}` : table;
  if (name === 'add_column') {
    const names = ['table_name', 'column'];
    const table = batch ?? inSchema(call.text(parameter(names, 'table_name')));
    const column = judgeAddColumn(parameter(names, 'column'), scope);
    const judgement = created.has(table) ? expand : column;
    const { safety, reason } = judgement;
    return { text: `add_column ${table}.${column.name}`, safety, reason };
  }
  const operation = Object.hasOwn(alembicOperations, name)
    ? alembicOperations[name]
    : undefined;
  if (!operation) {
    return { text: name, ...unknown("it isn't in the table of operations") };
  }
  const { parameters, subject } = operation;
  const tableParameter = parameters.find(isTable) ?? 'table_name';
  const nodes = parameter(parameters, tableParameter);
  const table =
    batch ?? inSchema(call.text(tableNameIn(nodes, scope) ?? nodes));
  const other = parameters.find(each => !isTable(each));
  const otherText = other && call.text(parameter(parameters, other));
  const text = {
    column: `${name} ${table}.${otherText}`,
    named: `${name} ${otherText} on ${table}`,
    table: `${name} ${table}`,
  }[subject];
  if (name === 'create_table') created.add(table);
  const own = created.has(table) && !operation.always;
  return { text, ...(own ? expand : operation.judge(call)) };
}

/** SQL that is handed to `execute`, plainly or in `text(…)`. */
export function readSql(call: PythonCall, scope: PythonScope): FoundOperation {
  const [nodes] = [call.argument(0, 'sqltext') ?? []];
  const literal = scope.literal(textIn(nodes, scope) ?? nodes);
  if (literal.kind !== 'string') {
    const written = nodes.map(node => scope.textOf(node)).join(' ');
    return {
      text: `execute {${shorten(written)}}`,
      ...unknown("the SQL isn't written out"),
    };
  }
  return {
    text: `execute ${shorten(literal.value)}`,
    ...judgeSql(literal.value),
  };
}

function isTable(parameter: string): boolean {
  return parameter.includes('table');
}

/** The argument of `text(…)`, which may hang on, e.g. `.bindparams(…)`. */
function textIn(nodes: readonly SyntaxNode[], scope: PythonScope) {
  return firstArgument(nodes, scope, 'text');
}

/** `vehicle` of `sa.table("vehicle", …)`, also through a name. */
function tableNameIn(
  nodes: readonly SyntaxNode[] | undefined,
  scope: PythonScope,
): readonly SyntaxNode[] | undefined {
  const [node] = nodes ?? [];
  const value =
    node?.name === 'VariableName'
      ? scope.expressionOf(scope.textOf(node))
      : nodes;
  if (!value || typeof value === 'string') return undefined;
  return (
    firstArgument(value, scope, 'table') ??
    firstArgument(value, scope, 'Table') ??
    firstArgument(value, scope, 'create_table')
  );
}

function firstArgument(
  nodes: readonly SyntaxNode[],
  scope: PythonScope,
  callee: string,
): readonly SyntaxNode[] | undefined {
  const [node] = nodes;
  if (nodes.length !== 1 || node.name !== 'CallExpression') return undefined;
  const { path, positional } = new PythonCall(node, scope);
  return path?.[path.length - 1] === callee ? positional[0] : undefined;
}

function shorten(sql: string): string {
  const plain = sql.split(/\s+/).filter(Boolean).join(' ');
  return plain.length > LONGEST_SQL
    ? `${plain.slice(0, LONGEST_SQL - 1)}…`
    : plain;
}
