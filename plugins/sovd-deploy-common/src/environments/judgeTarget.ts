import type { Finding, NextStep } from '../finding';
import type { Answers } from './answers';
import type { Judge } from './JudgeContext';
import type { Target } from './target';

type OfferedAnswer =
  | 'databaseClass'
  | 'engine'
  | 'strategy'
  | 'workloadIdentity';

const offers: Record<OfferedAnswer, (target: Target) => readonly string[]> = {
  engine: target => target.engines,
  strategy: target => target.strategies,
  databaseClass: target => target.databaseClasses,
  workloadIdentity: target => target.workloadIdentities,
};

function steps(field: keyof Answers, offered: readonly string[]): NextStep[] {
  if (offered.length === 0) return [{ label: 'Choose another target' }];
  return offered
    .slice(0, 3)
    .map(value => ({ label: `Choose ${value}`, set: { [field]: value } }));
}

function judgeOffer(
  answers: Answers,
  field: OfferedAnswer,
  target: Target,
): Finding[] {
  const offered = offers[field](target);
  if (offered.includes(answers[field])) return [];
  return [
    {
      rule: `target-${field}`,
      severity: 'blocker',
      headline: `${target.title} doesn't offer ${answers[field]}`,
      cause: `It offers ${offered.join(' and ') || 'nothing'} for ${field}.`,
      nextSteps: steps(field, offered),
      fields: ['target', field],
    },
  ];
}

function judgeKubernetesVersion(answers: Answers, target: Target): Finding[] {
  const { kubernetesVersion } = answers;
  const { kubernetesVersions, title } = target;
  if (kubernetesVersions.includes(kubernetesVersion)) return [];
  return [
    {
      rule: 'kubernetes-version',
      severity: 'blocker',
      headline: `Kubernetes ${kubernetesVersion} is an unsupported version on ${title}`,
      cause: `In standard support there: ${
        kubernetesVersions.join(', ') || 'none'
      }. A version in extended support costs six times as much for the control plane.`,
      nextSteps: steps('kubernetesVersion', kubernetesVersions),
      fields: ['target', 'kubernetesVersion'],
    },
  ];
}

/** Holds the answers against what the target offers. @public */
export const judgeTarget: Judge = (answers, { target }) => {
  if (!target) return [];
  return [
    ...(Object.keys(offers) as OfferedAnswer[]).flatMap(field =>
      judgeOffer(answers, field, target),
    ),
    ...judgeKubernetesVersion(answers, target),
  ];
};

/** Refuses a target that isn't configured. @public */
export function judgeTargetName(
  { target }: Pick<Answers, 'target'>,
  targets: readonly Target[],
): Finding[] {
  if (targets.some(({ name }) => name === target)) return [];
  const names = targets.map(({ name }) => name);
  return [
    {
      rule: 'target',
      severity: 'blocker',
      headline: `There is no target ${target}`,
      cause: `Targets come from the portal's configuration. Configured: ${
        names.join(', ') || 'none'
      }.`,
      nextSteps:
        names.length > 0
          ? steps('target', names)
          : [{ label: 'Configure a target in sovdDeploy.targets' }],
      fields: ['target'],
    },
  ];
}
