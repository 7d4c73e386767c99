import { versionOf } from '@sovd/plugin-sovd-deploy-common';
import type {
  ObjectChange,
  Plan,
  ResourceChange,
  RevisionSafety,
} from '@sovd/plugin-sovd-deploy-common';
import type { PlanSection } from './PlanSection';
import { toFieldSentence } from './toFieldSentence';
import { toMoneySection } from './toMoneySection';

const objectWords: Record<ObjectChange['action'], string> = {
  add: 'is added',
  change: 'changes',
  remove: 'is removed',
};

const resourceWords: Record<ResourceChange['action'], string> = {
  add: 'is added',
  change: 'changes',
  replace: 'is replaced: what it holds is lost',
  'maybe-replace': 'may be replaced: then what it holds is lost',
  delete: 'is deleted with what it holds',
};

const safetyWords: Record<RevisionSafety, string> = {
  expand: 'only adds',
  contract: 'takes away what older code may use',
  irreversible: 'loses data for good',
  unknown: "what it does can't be decided by reading it",
};

function toDatabaseSection({
  database: { pending, unreadable },
  request,
}: Plan): PlanSection {
  const revisions = pending.map(({ id, title, safety, operations, file }) => ({
    subject: title ? `${id} ${title}` : id,
    meaning: safetyWords[safety],
    details: [...operations, file],
  }));
  // A rollback takes nothing back: what the database is ahead of the older image stays.
  const stays = request.kind === 'rollback';
  return {
    title: 'Database',
    changes: (stays ? [] : revisions).map(({ subject, meaning, details }) => ({
      sentence: `Revision ${subject} runs: ${meaning}`,
      details,
    })),
    notes: [
      ...(stays ? revisions : []).map(
        ({ subject, meaning }) => `Revision ${subject} stays: ${meaning}`,
      ),
      ...unreadable.map(
        ({ file, reason }) =>
          `${file} can't be read without running it: ${reason}`,
      ),
    ],
  };
}

/** What a plan does, in words for a log and for the steps of a template. */
export function toPlanSections(plan: Plan): PlanSection[] {
  return [
    {
      title: 'Images',
      changes: plan.images.map(({ component, from, to }) => ({
        sentence: from
          ? `${component} becomes ${versionOf(to.tag)}, now ${versionOf(
              from.tag,
            )}`
          : `${component} is new, with ${versionOf(to.tag)}`,
        details: [`${to.repository}:${to.tag}@${to.digest}`],
      })),
      notes: [],
    },
    {
      title: 'Settings',
      changes: plan.values.map(value => ({
        sentence: toFieldSentence(value),
        details: [],
      })),
      notes: [],
    },
    {
      title: 'Kubernetes objects',
      changes: plan.objects.map(({ kind, name, action, fields }) => ({
        sentence: `${kind} ${name} ${objectWords[action]}`,
        details: fields.map(toFieldSentence),
      })),
      notes: [`${plan.unchangedObjects} unchanged`],
    },
    toDatabaseSection(plan),
    {
      title: 'Infrastructure',
      changes: plan.infrastructure.map(
        ({ logicalId, type, action, properties }) => ({
          sentence: `${logicalId} (${type}) ${resourceWords[action]}`,
          details: properties.map(toFieldSentence),
        }),
      ),
      notes: [],
    },
    toMoneySection(plan),
  ];
}
