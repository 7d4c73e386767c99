import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import { toMainUrl } from './toMainUrl';

/** The chart's `monitoring`: what is watched, and who hears of alerts. */
export function toMonitoring(answers: Answers, repositoryUrl: string) {
  const enabled = answers.monitoring;
  return {
    serviceMonitor: { enabled },
    prometheusRule: { enabled },
    dashboards: { enabled },
    ...(enabled && {
      alerts: {
        ...(answers.alertEmail && { email: answers.alertEmail }),
        ...(answers.slackChannel && { slackChannel: answers.slackChannel }),
        // The key itself stays in Secrets Manager; Alertmanager reads it from a file.
        ...(answers.pagerDutyKeyRef && { pager: 'pagerduty' }),
        // Gitea is the one kind of Git host that a target can have.
        runbookBaseUrl: toMainUrl(repositoryUrl, 'gitea'),
      },
    }),
  };
}
