import {
  changeLogEntrySchema,
  changeSchema,
  environmentCostSchema,
  environmentOverviewSchema,
  environmentSchema,
  environmentSummarySchema,
  moneyPlanSchema,
  planSchema,
  targetSchema,
  templateStatusSchema,
  versionSchema,
} from '@sovd/plugin-sovd-deploy-common';
import * as changes from './changes';
import * as costs from './costs';
import * as environments from './environments';
import { fleet } from './fleet';
import * as overviews from './overviews';
import * as plans from './plans';
import * as templates from './templates';
import { versions } from './versions';

const { releaseLog, ...changesByName } = changes;
const { diagnosticsStaging, ...targetsByName } = environments;

describe('fixtures', () => {
  it('are what the contract says', () => {
    expect(environmentSchema.parse(diagnosticsStaging)).toEqual(
      diagnosticsStaging,
    );
    for (const target of Object.values(targetsByName)) {
      expect(targetSchema.parse(target)).toEqual(target);
    }
    for (const change of Object.values(changesByName)) {
      expect(changeSchema.parse(change)).toEqual(change);
    }
    for (const entry of releaseLog) {
      expect(changeLogEntrySchema.parse(entry)).toEqual(entry);
    }
    const { moneyAbove, moneyLess, ...costsByName } = costs;
    for (const cost of Object.values(costsByName)) {
      expect(environmentCostSchema.parse(cost)).toEqual(cost);
    }
    for (const money of [moneyAbove, moneyLess]) {
      expect(moneyPlanSchema.parse(money)).toEqual(money);
    }
    for (const summary of fleet) {
      expect(environmentSummarySchema.parse(summary)).toEqual(summary);
    }
  });

  it.each(Object.entries(plans))('%s is a plan of the contract', (_, plan) => {
    expect(planSchema.parse(plan)).toEqual(plan);
  });

  it.each(Object.entries(templates))(
    '%s is a status of the contract',
    (_, status) => {
      expect(templateStatusSchema.parse(status)).toEqual(status);
    },
  );

  it.each(versions)('$tag is a version of the contract', version => {
    expect(versionSchema.parse(version)).toEqual(version);
  });

  it.each(
    Object.entries(overviews).filter(([name]) => name.endsWith('Overview')),
  )('%s is an overview of the contract', (_, overview) => {
    expect(environmentOverviewSchema.parse(overview)).toEqual(overview);
  });
});
