import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import type { AlembicGraph } from '../databaseMigrations/AlembicGraph';
import type { AlembicRevision } from '../databaseMigrations/AlembicRevision';
import { blocker } from './blocker';

type Pending = Pick<AlembicRevision, 'id' | 'safety' | 'reason' | 'file'>;

/**
 * What a person should know of the revisions that come.
 *
 * @param pending - revisions that will run
 * @param unknown - why it isn't known which will run
 */
export function judgeRevisions(
  graph: Pick<AlembicGraph, 'heads' | 'unreadable'>,
  pending: readonly Pending[],
  unknown: string | undefined,
): Finding[] {
  return [
    ...(unknown
      ? [
          warning(
            'database-unknown',
            'The state of the database is unknown',
            `${unknown}, so nobody can say what will run.`,
            'Look at the migration Job in the cluster',
          ),
        ]
      : []),
    ...graph.unreadable.map(({ file, reason }) =>
      warning(
        'revision-unreadable',
        `${file} can't be read without running it`,
        `${reason}. Which revisions run, and whether there is a way back, is unknown.`,
        'Write revision and down_revision as plain values',
      ),
    ),
    ...judgeHeads(graph, pending),
    ...pending.flatMap(judgePending),
  ];
}

/**
 * The migration Job upgrades to the one head, which Alembic refuses as soon as there are
 * several. With a file that can't be read there may be a revision that merges them.
 */
function judgeHeads(
  { heads, unreadable }: Pick<AlembicGraph, 'heads' | 'unreadable'>,
  pending: readonly Pending[],
): Finding[] {
  if (heads.length < 2) return [];
  const stands = `${heads.join(
    ' and ',
  )} stand beside one another: nobody has said which comes first`;
  const fails = pending.length > 0 && unreadable.length === 0;
  const words = [
    'revision-heads',
    `The migrations have ${heads.length} heads`,
    `${stands}${fails ? ', so Alembic refuses to upgrade to the head' : ''}.`,
    'Merge them with "alembic merge heads"',
  ] as const;
  return [fails ? blocker(...words) : warning(...words)];
}

function judgePending({ id, safety, reason, file }: Pending): Finding[] {
  const because = reason ? `: ${reason}` : '';
  switch (safety) {
    case 'contract':
      return [
        warning(
          'revision-contract',
          `Revision ${id} takes away what runs now may use`,
          `${file}${because}. While both versions run, and if the pods don't start, the old one may fail.`,
          'First release a version that no longer uses it',
        ),
      ];
    case 'irreversible':
      return [
        warning(
          'revision-irreversible',
          `Revision ${id} can't be taken back`,
          `${file}${because}. Afterwards only a backup leads back.`,
          'Make sure that there is a backup from just before',
        ),
      ];
    case 'unknown':
      return [
        warning(
          'revision-unknown',
          `What revision ${id} does isn't known`,
          `${file}${because}.`,
          'Read the file, and mark it when it only adds',
        ),
      ];
    default:
      return [];
  }
}

function warning(
  rule: string,
  headline: string,
  cause: string,
  step: string,
): Finding {
  const nextSteps = [{ label: step }];
  return { rule, severity: 'warning', headline, cause, nextSteps };
}
