import {
  changeLogEntrySchema,
  changeRequestSchema,
  changeSchema,
  environmentOverviewSchema,
  environmentPageSchema,
  environmentSchema,
  environmentSummarySchema,
  findingSchema,
  planRequestSchema,
  planSchema,
  registrationPageSchema,
  registrationSchema,
  targetSchema,
  validationRequestSchema,
  validationSchema,
  versionSchema,
} from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';

const itemsOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item) });

/** Lists that a route answers without pages. */
export const lists = {
  ChangeList: itemsOf(changeSchema),
  ChangeLog: itemsOf(changeLogEntrySchema),
  TargetList: itemsOf(targetSchema),
  VersionList: itemsOf(versionSchema),
};

/** What is answered, by the name that other programs know it by. */
export const answerSchemas: Readonly<Record<string, z.ZodType>> = {
  ...lists,
  Change: changeSchema,
  ChangeLogEntry: changeLogEntrySchema,
  Environment: environmentSchema,
  EnvironmentOverview: environmentOverviewSchema,
  EnvironmentPage: environmentPageSchema,
  EnvironmentSummary: environmentSummarySchema,
  Finding: findingSchema,
  Plan: planSchema,
  RegistrationPage: registrationPageSchema,
  Target: targetSchema,
  Validation: validationSchema,
  Version: versionSchema,
};

/** What is asked with, by name. */
export const requestSchemas: Readonly<Record<string, z.ZodType>> = {
  ChangeRequest: changeRequestSchema,
  PlanRequest: planRequestSchema,
  Registration: registrationSchema,
  ValidationRequest: validationRequestSchema,
};
