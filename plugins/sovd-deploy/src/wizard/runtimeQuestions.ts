import type { NumberQuestion, QuestionGroup } from './Question';

const pods = (
  field: NumberQuestion['field'],
  label: string,
  help = '1 to 50.',
): NumberQuestion => ({
  kind: 'number',
  field,
  label,
  help,
  least: 1,
  most: 50,
});

/** How the application runs. */
export const runtimeQuestions: readonly QuestionGroup[] = [
  {
    title: 'Backend',
    questions: [
      pods('backendReplicas', 'Backend pods', 'How many it starts with.'),
      pods('backendMin', 'Backend pods at least'),
      pods(
        'backendMax',
        'Backend pods at most',
        '1 to 50; each opens database connections.',
      ),
      {
        kind: 'number',
        field: 'workers',
        label: 'Processes in a pod',
        help: '1 to 16; each has a pool of its own.',
        least: 1,
        most: 16,
      },
      {
        kind: 'number',
        field: 'databasePoolSize',
        label: 'Connections a process keeps',
        help: '1 to 100.',
        least: 1,
        most: 100,
      },
      {
        kind: 'number',
        field: 'databaseMaxOverflow',
        label: 'Connections it may open beyond',
        help: '0 to 100.',
        least: 0,
        most: 100,
      },
      {
        kind: 'resources',
        field: 'backendResources',
        label: 'Share of a backend pod',
        help: 'Processor in thousandths of a core (250m), memory in MiB (256Mi).',
      },
    ],
  },
  {
    title: 'Frontend',
    questions: [
      pods('frontendReplicas', 'Frontend pods', 'How many it starts with.'),
      pods('frontendMin', 'Frontend pods at least'),
      pods('frontendMax', 'Frontend pods at most'),
    ],
  },
  {
    title: 'Vehicle connector',
    questions: [
      {
        kind: 'switch',
        field: 'vehicleConnectorEnabled',
        label: 'Run the vehicle connector',
        help: 'Talks to the gateways of the vehicles.',
      },
      {
        kind: 'list',
        field: 'vehicleEndpoints',
        label: 'Gateways of the vehicles',
        help: 'host:port of each, such as gateway.example.com:50051.',
        askedWhen: { field: 'vehicleConnectorEnabled', is: true },
      },
    ],
  },
  {
    title: 'Delivery and watch',
    questions: [
      {
        kind: 'choice',
        look: 'buttons',
        field: 'strategy',
        label: 'How a release comes',
        options: [
          { value: 'rolling', label: 'Pod by pod' },
          { value: 'canary', label: 'Canary' },
        ],
      },
      {
        kind: 'choice',
        look: 'menu',
        field: 'secretRotation',
        label: 'New database password',
        help: 'Nothing changes it by itself: the rhythm is a promise to follow the runbook.',
        options: [
          { value: 'off', label: 'Only when somebody asks for it' },
          { value: '30d', label: 'Every 30 days, by the runbook' },
          { value: '90d', label: 'Every 90 days, by the runbook' },
        ],
      },
      { kind: 'switch', field: 'monitoring', label: 'Measure it (Prometheus)' },
      {
        kind: 'switch',
        field: 'tracing',
        label: 'Trace requests',
        help: "Gives the pods OpenTelemetry's settings; its library is for the team to add.",
      },
      {
        kind: 'switch',
        field: 'networkPolicy',
        label: 'Only needed ways between pods',
      },
      {
        kind: 'choice',
        look: 'menu',
        field: 'logLevel',
        label: 'Log level',
        options: ['DEBUG', 'INFO', 'WARNING', 'ERROR'].map(value => ({
          value,
          label: value,
        })),
      },
    ],
  },
];
