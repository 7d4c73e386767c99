import { z } from 'zod/v4';

const pods = z.number().int().min(1).max(50);

/** @public */
export const logLevelSchema = z.enum(['DEBUG', 'INFO', 'WARNING', 'ERROR']);

const quantities = (cpu: string, memory: string) =>
  z
    .strictObject({
      /** Kubernetes quantity in thousandths of a core, e.g. `250m`. */
      cpu: z.string().regex(/^[1-9]\d{0,4}m$/, 'must be such as 250m'),
      /** Kubernetes quantity in MiB, e.g. `512Mi`. */
      memory: z.string().regex(/^[1-9]\d{0,5}Mi$/, 'must be such as 512Mi'),
    })
    .default({ cpu, memory });

/** Step 5 of the form: how the application runs. What depends on the tier has no default here. @public */
export const runtimeAnswers = {
  /** Pods that the first release starts with. */
  backendReplicas: pods,
  /** Between which the autoscaler keeps the pods. */
  backendMin: pods,
  backendMax: pods,
  frontendReplicas: pods.default(3),
  frontendMin: pods,
  frontendMax: pods,
  backendResources: z
    .strictObject({
      requests: quantities('250m', '256Mi'),
      limits: quantities('500m', '512Mi'),
    })
    .prefault({}),
  /** Processes in each pod of the backend. */
  workers: z.number().int().min(1).max(16).default(1),
  /** Connections that each worker keeps, and how many more it may open. */
  databasePoolSize: z.number().int().min(1).max(100).default(20),
  databaseMaxOverflow: z.number().int().min(0).max(100).default(10),
  vehicleConnectorEnabled: z.boolean().default(false),
  /** `host:port` of what the connector talks to. */
  vehicleEndpoints: z
    .array(
      z
        .string()
        .regex(
          /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?:\d{1,5}$/,
          'must be host:port, such as gateway.example.com:50051',
        ),
    )
    .max(20)
    .default([]),
  strategy: z.enum(['rolling', 'canary']).default('rolling'),
  monitoring: z.boolean().default(true),
  tracing: z.boolean().default(false),
  networkPolicy: z.boolean().default(true),
  secretRotation: z.enum(['off', '30d', '90d']).default('off'),
  logLevel: logLevelSchema.default('INFO'),
};
