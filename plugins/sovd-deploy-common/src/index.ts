/**
 * Contract, permissions and pure rules of sovd-deploy.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './changes/change';
export * from './changes/plan';
export * from './changes/planRequest';
export * from './changes/version';
export type { SovdDeployClientOptions } from './client/JsonHttpClient';
export * from './client/SovdDeployApi';
export * from './client/SovdDeployClient';
export * from './databaseMigrations/alembicRevision';
export * from './databaseMigrations/databaseMigration';
export * from './costs/CostAnswers';
export * from './costs/environmentCost';
export * from './costs/estimate';
export * from './costs/estimateCost';
export * from './costs/formatMoney';
export * from './costs/priceBook';
export * from './costs/PriceList';
export * from './costs/toEnvironmentCost';
export * from './costs/toEstimateFile';
export * from './costs/toMoneyPlan';
export * from './costs/UnknownPriceError';
export * from './environments/addressBlock';
export * from './environments/answers';
export * from './environments/applicationAnswers';
export * from './environments/budgetAnswers';
export * from './environments/completeAnswers';
export * from './environments/engineAnswers';
export * from './environments/environment';
export * from './environments/judgeConnectionBudget';
export * from './environments/JudgeContext';
export * from './environments/judgePostgres';
export * from './environments/names';
export * from './environments/parseAnswers';
export * from './environments/placementAnswers';
export * from './environments/runtimeAnswers';
export * from './environments/sizeAnswers';
export * from './environments/target';
export * from './environments/tierDefaults';
export * from './environments/validation';
export * from './finding';
export * from './health';
export * from './overview/environmentOverview';
export * from './overview/environmentPage';
export * from './overview/part';
export * from './permissions';
export * from './releases/component';
export * from './releases/release';
export * from './releases/rollout';
export * from './routes';
export * from './stacks/stack';
export * from './wizard/applyStep';
export * from './wizard/validateEnvironment';
