import {
  RiAlertFill,
  RiArrowUpCircleLine,
  RiCheckboxCircleLine,
  RiCircleLine,
  RiCloseCircleFill,
  RiFileCloseLine,
  RiIndeterminateCircleLine,
  RiInformationLine,
  RiLoader4Line,
  RiPauseCircleLine,
  RiPencilLine,
  RiQuestionLine,
  RiTimeLine,
} from '@remixicon/react';
import type { RemixiconComponentType } from '@remixicon/react';
import type {
  ChangePhase,
  DatabaseMigrationPhase,
  DriftedFile,
  EnvironmentCost,
  Finding,
  Health,
  RevisionSafety,
  RolloutPhase,
  Stage,
  StackPhase,
  WayBack,
} from '@sovd/plugin-sovd-deploy-common';

/** How a repository stands to its template. */
export type TemplateStanding =
  | 'current'
  | 'behind'
  | 'breaking'
  | 'ahead'
  | 'unknown';

/** How loud something may be. The only place where meaning meets colour is `kit.module.css`. */
export type Intent =
  | 'positive'
  | 'progress'
  | 'warning'
  | 'negative'
  | 'neutral';

export interface Look {
  intent: Intent;
  /** Each icon has its own silhouette, so that it can be told apart without colour. */
  icon: RemixiconComponentType;
  label: string;
}

const positive = (label: string): Look => ({
  intent: 'positive',
  icon: RiCheckboxCircleLine,
  label,
});
const progress = (label: string): Look => ({
  intent: 'progress',
  icon: RiLoader4Line,
  label,
});
const negative = (label: string): Look => ({
  intent: 'negative',
  icon: RiCloseCircleFill,
  label,
});
const warning = (label: string): Look => ({
  intent: 'warning',
  icon: RiAlertFill,
  label,
});
const neutral = (label: string, icon: RemixiconComponentType): Look => ({
  intent: 'neutral',
  icon,
  label,
});

export const healthLook: Record<Health, Look> = {
  healthy: positive('Healthy'),
  progressing: progress('Progressing'),
  degraded: warning('Degraded'),
  unknown: neutral('Unknown', RiQuestionLine),
};

export const rolloutLook: Record<RolloutPhase, Look> = {
  pending: neutral('Pending', RiTimeLine),
  running: progress('Running'),
  paused: { intent: 'warning', icon: RiPauseCircleLine, label: 'Paused' },
  succeeded: positive('Succeeded'),
  failed: negative('Failed'),
  aborted: neutral('Aborted', RiIndeterminateCircleLine),
};

export const changeLook: Record<ChangePhase, Look> = {
  planned: neutral('Waiting', RiTimeLine),
  running: rolloutLook.running,
  succeeded: rolloutLook.succeeded,
  failed: rolloutLook.failed,
  aborted: rolloutLook.aborted,
};

export const stageLook: Record<Stage['phase'], Look> = {
  pending: neutral('To come', RiCircleLine),
  running: rolloutLook.running,
  succeeded: positive('Done'),
  failed: rolloutLook.failed,
  aborted: neutral('Stopped', RiIndeterminateCircleLine),
  skipped: neutral('Skipped', RiIndeterminateCircleLine),
};

export const databaseMigrationLook: Record<DatabaseMigrationPhase, Look> = {
  pending: rolloutLook.pending,
  running: rolloutLook.running,
  succeeded: rolloutLook.succeeded,
  failed: rolloutLook.failed,
};

export const stackLook: Record<StackPhase, Look> = {
  absent: neutral('No stack', RiCircleLine),
  creating: progress('Creating'),
  updating: progress('Updating'),
  ready: positive('Ready'),
  'rolling-back': {
    intent: 'warning',
    icon: RiLoader4Line,
    label: 'Rolling back',
  },
  failed: negative('Failed'),
  deleting: progress('Deleting'),
};

export const severityLook: Record<Finding['severity'], Look> = {
  blocker: negative('Stops this'),
  warning: warning('Look at this'),
  info: neutral('Good to know', RiInformationLine),
};

export const safetyLook: Record<RevisionSafety, Look> = {
  expand: positive('Only adds'),
  contract: warning('Takes away'),
  irreversible: negative('Loses data'),
  unknown: neutral('Unknown', RiQuestionLine),
};

export const wayBackLook: Record<WayBack['verdict'], Look> = {
  plain: positive('Plain'),
  guarded: warning('Guarded'),
  impossible: negative('Restore only'),
  unknown: warning('Unknown'),
};

/** An upgrade can wait, unless it breaks something: then it wants to be planned. */
export const templateLook: Record<TemplateStanding, Look> = {
  current: positive('Up to date'),
  behind: neutral('Upgrade available', RiArrowUpCircleLine),
  breaking: warning('Breaking upgrade'),
  ahead: neutral('Newer than this portal', RiInformationLine),
  unknown: neutral('Unknown', RiQuestionLine),
};

export const driftLook: Record<DriftedFile['state'], Look> = {
  edited: neutral('Edited', RiPencilLine),
  missing: neutral('Missing', RiFileCloseLine),
};

/** Only what is above its budget asks for a person. */
export const budgetLook: Record<EnvironmentCost['verdict'], Look> = {
  within: positive('Within budget'),
  near: neutral('Near the budget', RiInformationLine),
  above: warning('Above the budget'),
};

/** No price is not a price of zero. */
export const unknownPriceLook = neutral('Unknown', RiQuestionLine);

/** How loud a section of a plan is. */
export type PlanLevel = 'none' | 'quiet' | 'look' | 'danger';

export const planLevelLook: Record<PlanLevel, Look> = {
  none: neutral('No change', RiCircleLine),
  quiet: positive('Nothing special'),
  look: warning('Look at this'),
  danger: negative('Deletes or replaces'),
};

/** What was true once is said in grey: nothing old is ever green. */
export function staleLook(look: Look): Look {
  return neutral(look.label, RiQuestionLine);
}
