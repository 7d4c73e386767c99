import { judgeAlterColumn } from './judgeAlterColumn';
import type { PythonCall } from './PythonCall';
import {
  contract,
  expand,
  irreversible,
  type SafetyJudgement,
} from './SafetyJudgement';

/** How an operation of Alembic is read. */
export interface AlembicOperation {
  /** Names of the arguments in order; within a batch the table isn't among them. */
  parameters: readonly string[];
  /** How it is told: its table and column, its table, or its name and its table. */
  subject: 'column' | 'table' | 'named';
  /** Whether it stands for itself when its table is made by the same revision. */
  always?: boolean;
  judge(call: PythonCall): SafetyJudgement;
}

const refuses = () =>
  contract('older code may write what the constraint refuses');
const named = (
  judge: AlembicOperation['judge'],
  name: string,
  table = 'table_name',
): AlembicOperation => ({ parameters: [name, table], subject: 'named', judge });
const onTable = (
  judge: AlembicOperation['judge'],
  parameters = ['table_name'],
): AlembicOperation => ({ parameters, subject: 'table', judge });

/**
 * Alembic's operations and what they do to data and older code.
 *
 * @remarks
 * `add_column`, `execute` and `batch_alter_table` need more than their own arguments and
 * stand in {@link readOperation}.
 *
 * @see {@link https://alembic.sqlalchemy.org/en/latest/ops.html}
 */
export const alembicOperations: Readonly<Record<string, AlembicOperation>> = {
  create_table: onTable(() => expand),
  create_table_comment: onTable(() => expand),
  drop_table_comment: onTable(() => expand),
  drop_table: onTable(() => irreversible('the rows are lost')),
  rename_table: {
    ...onTable(
      () => contract('older code uses the old name'),
      ['old_table_name', 'new_table_name'],
    ),
    always: true,
  },
  bulk_insert: onTable(
    () => contract('it adds rows that older code may not expect'),
    ['table'],
  ),
  drop_column: {
    parameters: ['table_name', 'column_name'],
    subject: 'column',
    judge: () => irreversible('the values are lost'),
  },
  alter_column: {
    parameters: ['table_name', 'column_name'],
    subject: 'column',
    judge: judgeAlterColumn,
  },
  create_index: named(judgeIndex, 'index_name'),
  drop_index: named(() => expand, 'index_name'),
  create_foreign_key: named(refuses, 'constraint_name', 'source_table'),
  create_primary_key: named(refuses, 'constraint_name'),
  create_unique_constraint: named(refuses, 'constraint_name'),
  create_check_constraint: named(refuses, 'constraint_name'),
  create_exclude_constraint: named(refuses, 'constraint_name'),
  drop_constraint: named(
    () => contract('older code may rely on the constraint'),
    'constraint_name',
  ),
};

function judgeIndex(call: PythonCall): SafetyJudgement {
  const unique = call.literal('unique');
  const plain =
    unique === undefined ||
    unique.kind === 'none' ||
    (unique.kind === 'boolean' && !unique.value);
  return plain && !call.spread
    ? expand
    : contract('older code may write duplicates');
}
