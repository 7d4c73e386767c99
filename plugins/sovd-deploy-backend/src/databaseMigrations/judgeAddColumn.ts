import type { SyntaxNode } from '@lezer/common';
import { PythonCall } from './PythonCall';
import type { PythonScope } from './PythonScope';
import {
  contract,
  expand,
  type SafetyJudgement,
  unknown,
} from './SafetyJudgement';

/** Column arguments that make the database fill it. */
const FILLED = ['Identity', 'Computed', 'FetchedValue'];
const UNTOLD = "the column isn't written out where it is added";

/** A column as `sa.Column(…)` writes it. */
export interface AddedColumn extends SafetyJudgement {
  name: string;
}

/** @param nodes - the argument that should be `sa.Column(name, …)` */
export function judgeAddColumn(
  nodes: readonly SyntaxNode[] | undefined,
  scope: PythonScope,
): AddedColumn {
  const call = nodes && columnCall(nodes, scope);
  if (!call) {
    const source = nodes?.map(node => scope.textOf(node)).join(' ');
    return { name: source ? `{${source}}` : '?', ...unknown(UNTOLD) };
  }
  const name = call.text(call.argument(0, 'name'));
  return { name, ...judgeColumn(call, scope) };
}

function columnCall(
  nodes: readonly SyntaxNode[],
  scope: PythonScope,
): PythonCall | undefined {
  const [node] = nodes;
  if (nodes.length !== 1 || node.name !== 'CallExpression') return undefined;
  const call = new PythonCall(node, scope);
  return call.path?.[call.path.length - 1] === 'Column' ? call : undefined;
}

function judgeColumn(call: PythonCall, scope: PythonScope): SafetyJudgement {
  if (call.spread) return unknown(UNTOLD);
  const serverDefault = call.literal('server_default');
  const filled =
    (serverDefault !== undefined && serverDefault.kind !== 'none') ||
    call.positional.some(([node]) => {
      if (node?.name !== 'CallExpression') return false;
      const { path } = new PythonCall(node, scope);
      return path !== undefined && FILLED.includes(path[path.length - 1]);
    });
  if (filled) return expand;
  const primary = call.literal('primary_key');
  // a column may be NULL unless it says otherwise or is a key
  const nullable = call.literal('nullable');
  if (nullable === undefined && primary === undefined) return expand;
  const decided = nullable ?? primary;
  if (decided?.kind !== 'boolean') {
    return unknown("whether the column may be NULL isn't written out");
  }
  const required = nullable ? !decided.value : decided.value;
  return required
    ? contract("older code can't insert without the column")
    : expand;
}
