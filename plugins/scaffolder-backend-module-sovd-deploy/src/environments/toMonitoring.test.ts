import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { toMonitoring } from './toMonitoring';

const answersOf = (more: object) =>
  answersSchema.parse({
    name: 'fleet-eu',
    owner: 'group:default/platform',
    environment: 'pre-prod',
    target: 'aws',
    ...more,
  });
const repositoryUrl = 'https://git.example.com/sovd/fleet-eu/';
const runbookBaseUrl = 'https://git.example.com/sovd/fleet-eu/src/branch/main';

describe('toMonitoring', () => {
  it('watches, and links alerts to the runbook of the repository', () => {
    expect(
      toMonitoring(answersOf({ monitoring: true }), repositoryUrl),
    ).toEqual({
      serviceMonitor: { enabled: true },
      prometheusRule: { enabled: true },
      dashboards: { enabled: true },
      alerts: { runbookBaseUrl },
    });
  });

  it('names who hears of alerts, and no key', () => {
    const { alerts } = toMonitoring(
      answersOf({
        monitoring: true,
        alertEmail: 'fleet@example.com',
        slackChannel: '#fleet-alerts',
        pagerDutyKeyRef: 'fleet/pagerduty',
      }),
      repositoryUrl,
    );
    expect(alerts).toEqual({
      email: 'fleet@example.com',
      slackChannel: '#fleet-alerts',
      pager: 'pagerduty',
      runbookBaseUrl,
    });
  });

  it('watches nothing where that was answered', () => {
    expect(
      toMonitoring(answersOf({ monitoring: false }), repositoryUrl),
    ).toEqual({
      serviceMonitor: { enabled: false },
      prometheusRule: { enabled: false },
      dashboards: { enabled: false },
    });
  });
});
