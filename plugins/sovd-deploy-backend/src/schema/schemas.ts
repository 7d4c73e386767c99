import {
  changeLogEntrySchema,
  changePageSchema,
  changeRequestSchema,
  changeSchema,
  environmentOverviewSchema,
  environmentPageSchema,
  environmentSchema,
  environmentSummarySchema,
  findingSchema,
  planRequestSchema,
  planSchema,
  proposalRequestSchema,
  proposalSchema,
  pullRequestSchema,
  registrationPageSchema,
  registrationSchema,
  stampSchema,
  targetSchema,
  templateRecordSchema,
  templateStatusSchema,
  validationRequestSchema,
  validationSchema,
  versionSchema,
} from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';

const itemsOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item) });

/** Lists that a route answers without pages. */
export const lists = {
  ChangeLog: itemsOf(changeLogEntrySchema),
  TargetList: itemsOf(targetSchema),
  VersionList: itemsOf(versionSchema),
};

/** What is answered, by the name that other programs know it by. */
export const answerSchemas: Readonly<Record<string, z.ZodType>> = {
  ...lists,
  Change: changeSchema,
  ChangeLogEntry: changeLogEntrySchema,
  ChangePage: changePageSchema,
  Environment: environmentSchema,
  EnvironmentOverview: environmentOverviewSchema,
  EnvironmentPage: environmentPageSchema,
  EnvironmentSummary: environmentSummarySchema,
  Finding: findingSchema,
  Plan: planSchema,
  Proposal: proposalSchema,
  PullRequest: pullRequestSchema,
  RegistrationPage: registrationPageSchema,
  Stamp: stampSchema,
  Target: targetSchema,
  TemplateRecord: templateRecordSchema,
  TemplateStatus: templateStatusSchema,
  Validation: validationSchema,
  Version: versionSchema,
};

/** What is asked with, by name. */
export const requestSchemas: Readonly<Record<string, z.ZodType>> = {
  ChangeRequest: changeRequestSchema,
  PlanRequest: planRequestSchema,
  ProposalRequest: proposalRequestSchema,
  Registration: registrationSchema,
  ValidationRequest: validationRequestSchema,
};
