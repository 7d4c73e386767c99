import type { RevisionVariables } from './AlembicRevision';
import type { PythonLiteral } from './PythonLiteral';
import type { PythonModule } from './PythonModule';

const ILLEGAL = ['@', '-', '+', ':'];
const NEXT = 'write it as a literal';

/**
 * Reads the variables that Alembic goes by, as they are when the file has been imported.
 *
 * @param name - the file's name without folders
 * @returns a sentence when they can't be known without running the file, or when Alembic
 * would refuse them
 */
export function readRevisionVariables(
  module: PythonModule,
  name: string,
): RevisionVariables | string {
  const revision = readVariable(module, 'revision');
  const id =
    revision.kind === 'none' && revision.missing
      ? legacyId(name)
      : one(revision, 'revision');
  if (typeof id !== 'object') return id ?? 'revision has to be text';
  const illegal = ILLEGAL.find(character => id.value.includes(character));
  if (illegal) return `revision can't have "${illegal}" in it`;

  const below = readVariable(module, 'down_revision');
  if (below.kind === 'none' && below.missing) {
    return 'down_revision is missing: Alembic refuses the file';
  }
  const down = many(below, 'down_revision');
  const dependsOn = many(readVariable(module, 'depends_on'), 'depends_on');
  const branchLabels = many(
    readVariable(module, 'branch_labels'),
    'branch_labels',
  );
  if (typeof down === 'string') return down;
  if (typeof dependsOn === 'string') return dependsOn;
  if (typeof branchLabels === 'string') return branchLabels;
  if ([...down, ...dependsOn].includes(id.value)) {
    return `revision ${id.value} stands on itself`;
  }
  return { id: id.value, down, dependsOn, branchLabels };
}

type Variable = PythonLiteral & { missing?: boolean };

/** The last value of a module's variable. */
function readVariable({ scope }: PythonModule, name: string): Variable {
  const bindings = scope.bindingsOf(name);
  const last = bindings[bindings.length - 1];
  const imported = scope.starImports.some(star => !last || star > last.at);
  if (imported) {
    const reason = 'may be imported by *';
    return { kind: 'unreadable', reason: `${name} ${reason}` };
  }
  if (!last) return { kind: 'none', missing: true };
  const uncertain = bindings.find(({ value }) => !value);
  if (uncertain) {
    return { kind: 'unreadable', reason: `${name} ${uncertain.reason}` };
  }
  return scope.literal(last.value ?? []);
}

/** Before Alembic 0.2 the id was the file's name; it still accepts that. */
function legacyId(name: string): { value: string } | string {
  const stem = name.slice(0, -'.py'.length);
  const hexadecimal = [...stem].every(c => '0123456789abcdef'.includes(c));
  return stem && hexadecimal
    ? { value: stem }
    : 'revision is missing: Alembic refuses every .py file without it';
}

function one(
  literal: PythonLiteral,
  variable: string,
): { value: string } | string {
  if (literal.kind === 'string' && literal.value) return literal;
  return explain(literal, variable);
}

function many(literal: PythonLiteral, variable: string): string[] | string {
  if (literal.kind === 'none') return [];
  if (literal.kind === 'string' && literal.value) return [literal.value];
  if (literal.kind !== 'list') return explain(literal, variable);
  const values: string[] = [];
  for (const item of literal.items) {
    const value = one(item, variable);
    if (typeof value === 'string') return value;
    if (!values.includes(value.value)) values.push(value.value);
  }
  return values;
}

function explain(literal: PythonLiteral, variable: string): string {
  if (literal.kind !== 'unreadable') return `${variable} has to be text`;
  const subject = literal.reason.startsWith(`${variable} `)
    ? ''
    : `${variable}: `;
  return `${subject}${literal.reason}; ${NEXT}`;
}
