import {
  type RevisionSafety,
  revisionSafetySchema,
} from '@sovd/plugin-sovd-deploy-common';
import type { SyntaxNode } from '@lezer/common';
import type { RevisionClass } from './AlembicRevision';
import { childrenOf } from './childrenOf';
import type { FoundOperation } from './FoundOperation';
import { OperationReader } from './OperationReader';
import type { PythonModule } from './PythonModule';
import {
  irreversible,
  type SafetyJudgement,
  unknown,
  worstOf,
} from './SafetyJudgement';

/** A module's variable that says what the code can't, e.g. `sovd_safety = "contract"`. */
const MARKER = 'sovd_safety';
const MARKS = revisionSafetySchema.exclude(['unknown']);

/**
 * Says what a revision does to data and to older code: by its marker where it has one, else
 * by the worst of its operations.
 */
export function classifyRevision(module: PythonModule): RevisionClass {
  const upgrade = module.scope.definitionOf('upgrade');
  const downgrade = module.scope.definitionOf('downgrade');
  const line = module.syntaxError();
  const readable = upgrade !== undefined && line === undefined;
  const found = readable ? new OperationReader(module).read(upgrade) : [];
  const operations = found.map(({ text }) => text);
  const hasDowngrade =
    downgrade !== undefined &&
    (isEffective(downgrade) ||
      (readable && found.length === 0 && !raises(downgrade)));
  const { safety, reason } =
    judgeMarker(module) ?? judgeCode({ upgrade, line, found, hasDowngrade });
  return { safety, reason, operations, hasDowngrade };
}

function judgeCode({
  upgrade,
  line,
  found,
  hasDowngrade,
}: {
  upgrade: SyntaxNode | undefined;
  /** Of a syntax error. */
  line: number | undefined;
  found: readonly FoundOperation[];
  hasDowngrade: boolean;
}): SafetyJudgement {
  if (!upgrade) return unknown('upgrade() is no plain function of this file');
  if (line) return unknown(`line ${line} can't be read`);
  const worst = worstOf(
    found.map(({ text, safety, reason }) => ({
      safety,
      reason: `${text}: ${reason}`,
    })),
  );
  if (worst.safety === 'expand') return { safety: 'expand', reason: '' };
  if (hasDowngrade || worst.safety === 'irreversible') return worst;
  return irreversible(`downgrade() takes nothing back, and ${worst.reason}`);
}

function judgeMarker({ scope }: PythonModule): SafetyJudgement | undefined {
  if (scope.bindingsOf(MARKER).length === 0) return undefined;
  const found = scope.expressionOf(MARKER);
  const literal = typeof found === 'string' ? undefined : scope.literal(found);
  const mark = MARKS.safeParse(
    literal?.kind === 'string' ? literal.value : undefined,
  );
  if (!mark.success) {
    const known = MARKS.options.join(', ');
    return unknown(`${MARKER} has to be one of ${known}, as a literal`);
  }
  const safety: RevisionSafety = mark.data;
  return { safety, reason: safety === 'expand' ? '' : `${MARKER} says so` };
}

/** Whether there is more than a docstring, `pass`, `...` or a bare return. */
function isEffective(definition: SyntaxNode): boolean {
  const body = definition.getChild('Body');
  if (!body || raises(definition)) return false;
  return childrenOf(body)
    .slice(1)
    .some(({ name, firstChild }) => {
      if (name === 'PassStatement' || name === ';') return false;
      if (name === 'ReturnStatement') return Boolean(firstChild?.nextSibling);
      return !(
        name === 'ExpressionStatement' &&
        ['String', 'ContinuedString', 'Ellipsis'].includes(
          firstChild?.name ?? '',
        )
      );
    });
}

/** A downgrade that may raise isn't one to count on. */
function raises(definition: SyntaxNode): boolean {
  let found = false;
  definition.cursor().iterate(({ name }) => {
    if (name === 'RaiseStatement') found = true;
    return !found;
  });
  return found;
}
