import {
  changePageSchema,
  changeRequestSchema,
  changeSchema,
  environmentOverviewSchema,
  environmentPageSchema,
  environmentQuerySchema,
  environmentSchema,
  planRequestSchema,
  planSchema,
  proposalRequestSchema,
  proposalSchema,
  registrationPageSchema,
  registrationSchema,
  routes,
  stampSchema,
  templateStatusSchema,
  validationRequestSchema,
  validationSchema,
} from '@sovd/plugin-sovd-deploy-common';
import { logRequestSchema } from '../routes/logRequest';
import {
  changePageRequestSchema,
  pageRequestSchema,
} from '../routes/pageRequest';
import type { Operation } from './Operation';
import { lists } from './schemas';

const anyone = ['user', 'service'] as const;
const people = ['user'] as const;

/** Reading: people and services, as far as the policy lets them. */
const readings: Operation[] = [
  {
    operationId: 'listTargets',
    ...{ method: 'get', path: routes.targets(), callers: anyone, errors: [] },
    summary: 'Where environments may be created',
    answers: { 200: { description: 'All targets', body: lists.TargetList } },
  },
  {
    operationId: 'listEnvironments',
    ...{ method: 'get', path: routes.environments(), callers: anyone },
    summary: 'Environments that the caller may see, page by page',
    query: environmentQuerySchema,
    answers: { 200: { description: 'One page', body: environmentPageSchema } },
    errors: [400, 403],
  },
  {
    operationId: 'listRegistrations',
    ...{ method: 'get', path: routes.registrations(), callers: ['service'] },
    summary: 'Every record of the registry, ordered by entity ref',
    query: pageRequestSchema,
    answers: { 200: { description: 'One page', body: registrationPageSchema } },
    errors: [400, 403],
  },
  {
    operationId: 'getOverview',
    ...{ method: 'get', path: routes.environment(), callers: anyone },
    summary: 'All that is known of one environment',
    answers: {
      200: { description: 'The overview', body: environmentOverviewSchema },
    },
    errors: [403, 404],
  },
  {
    operationId: 'listVersions',
    ...{ method: 'get', path: routes.versions(), callers: anyone },
    summary: 'Versions that an environment could run, newest first',
    answers: { 200: { description: 'All versions', body: lists.VersionList } },
    errors: [403, 404],
  },
  {
    operationId: 'listChanges',
    ...{ method: 'get', path: routes.changes(), callers: anyone },
    summary: 'Changes of an environment, newest first, page by page',
    query: changePageRequestSchema,
    answers: { 200: { description: 'One page', body: changePageSchema } },
    errors: [400, 403, 404],
  },
  {
    operationId: 'getChange',
    ...{ method: 'get', path: routes.change(), callers: anyone },
    summary: 'A change with its stages',
    answers: { 200: { description: 'The change', body: changeSchema } },
    errors: [403, 404],
  },
  {
    operationId: 'getChangeLog',
    ...{ method: 'get', path: routes.changeLog(), callers: anyone },
    summary: 'Lines of a change’s log behind a position, oldest first',
    query: logRequestSchema,
    answers: { 200: { description: 'The lines', body: lists.ChangeLog } },
    errors: [400, 403, 404],
  },
];

/** What the template wrote, and how repositories stand to it. */
const stampReadings: Operation[] = [
  {
    operationId: 'getStamp',
    ...{ method: 'get', path: routes.stamp(), callers: anyone },
    summary: 'What the template wrote into an application’s repository',
    answers: { 200: { description: 'The stamp', body: stampSchema } },
    errors: [403, 404, 409],
  },
  {
    operationId: 'getTemplateStatus',
    ...{ method: 'get', path: routes.templateStatus(), callers: anyone },
    summary: 'How an application’s repository stands to its template',
    answers: { 200: { description: 'The state', body: templateStatusSchema } },
    errors: [403, 404, 409],
  },
];

/** Planning and acting: people alone. */
const actions: Operation[] = [
  {
    operationId: 'validate',
    ...{ method: 'post', path: routes.validations(), callers: people },
    summary: 'Judges answers, and changes nothing',
    body: validationRequestSchema,
    answers: { 200: { description: 'Findings', body: validationSchema } },
    errors: [400, 403],
  },
  {
    operationId: 'registerEnvironment',
    ...{ method: 'post', path: routes.environments(), callers: people },
    summary: 'Registers an environment',
    body: registrationSchema,
    answers: {
      200: { description: 'It was registered before', body: environmentSchema },
      201: { description: 'It is registered now', body: environmentSchema },
    },
    errors: [400, 403, 409],
  },
  {
    operationId: 'plan',
    ...{ method: 'post', path: routes.plans(), callers: people },
    summary: 'Works out what a change would do, and changes nothing',
    body: planRequestSchema,
    answers: { 201: { description: 'The plan', body: planSchema } },
    errors: [400, 403, 404, 409],
  },
  {
    operationId: 'getPlan',
    ...{ method: 'get', path: routes.plan(), callers: people },
    summary: 'A plan that the caller had made, until it expires',
    answers: { 200: { description: 'The plan', body: planSchema } },
    errors: [403, 404],
  },
  {
    operationId: 'startChange',
    ...{ method: 'post', path: routes.changes(), callers: people },
    summary: 'Starts a change: a creation, or exactly what was planned',
    body: changeRequestSchema,
    answers: {
      200: { description: 'It runs or ran already', body: changeSchema },
      201: { description: 'It was started', body: changeSchema },
    },
    errors: [400, 403, 404, 409],
  },
  {
    operationId: 'abortChange',
    ...{ method: 'post', path: routes.changeAbort(), callers: people },
    summary: 'Stops a running change and goes back to what ran before',
    answers: { 202: { description: 'It will end', body: changeSchema } },
    errors: [403, 404, 409],
  },
  {
    operationId: 'propose',
    ...{ method: 'post', path: routes.proposals(), callers: people },
    summary: 'Opens a pull request that brings a new stamp',
    body: proposalRequestSchema,
    answers: {
      200: { description: 'The repository has it', body: proposalSchema },
      201: { description: 'It is open for merging', body: proposalSchema },
    },
    errors: [400, 403, 404, 409],
  },
];

/** The whole HTTP API. */
export const operations: readonly Operation[] = [
  ...readings,
  ...stampReadings,
  ...actions,
];
