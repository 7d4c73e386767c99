import { alembic } from './alembic.ts';
import { deployStage } from './deployStage.ts';
import { entityStatus } from './entityStatus.ts';
import { estimate } from './estimate.ts';
import type { Figure } from './Figure.ts';
import { fleet } from './fleet.ts';
import { freshness } from './freshness.ts';
import { pageWeight } from './pageWeight.ts';
import { planTime } from './planTime.ts';
import { stamping } from './stamping.ts';

/** In the order of the table. The fleet comes last: it leaves a crowded cluster behind. */
export const figures: readonly Figure[] = [
  entityStatus,
  freshness,
  planTime,
  deployStage,
  stamping,
  pageWeight,
  estimate,
  alembic,
  fleet,
];
