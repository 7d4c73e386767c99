import { clusterDrafts } from './clusterDrafts';
import type { CostAnswers, CostPlace } from './CostAnswers';
import type { CostBasis, CostDraft } from './CostDraft';
import { dataDrafts } from './dataDrafts';
import type { CostLine, CostSum, Estimate } from './estimate';
import { exactDecimal, roundToCents } from './money';
import { networkDrafts } from './networkDrafts';
import { operationsDrafts } from './operationsDrafts';
import type { PriceList, RegionFactor } from './PriceList';
import { UnknownPriceError } from './UnknownPriceError';
import { toPeakUsage, usageByTier } from './usage';

/**
 * What an environment would cost a month, in US dollars: `baseline` with the wanted nodes
 * and the tier's ordinary traffic, `peak` with the most nodes and three times the traffic
 * all month. Pure, and quick enough for each keystroke.
 *
 * @throws UnknownPriceError when the price book doesn't know a class or the region
 * @public
 */
export function estimateCost(
  answers: CostAnswers,
  priceBook: PriceList,
  place: CostPlace,
): Estimate {
  const region = findRegion(priceBook, place);
  const usage = usageByTier[answers.tier];
  const sumOf = (nodes: number, of: typeof usage) =>
    priceAll({ answers, place, nodes, usage: of }, priceBook, region);
  const most = Math.max(answers.nodesDesired, answers.nodesMax);
  return {
    currency: 'USD',
    region: place.region,
    pricesAsOf: priceBook.date,
    source: priceBook.source,
    approximate: !region.exact,
    baseline: sumOf(answers.nodesDesired, usage),
    peak: sumOf(most, toPeakUsage(usage)),
  };
}

function findRegion(priceBook: PriceList, place: CostPlace): RegionFactor {
  const found = priceBook.regions.find(({ region }) => region === place.region);
  if (found) return found;
  throw new UnknownPriceError('Region', place.region, priceBook.date);
}

function priceAll(
  basis: CostBasis,
  priceBook: PriceList,
  region: RegionFactor,
): CostSum {
  const lines = [
    ...clusterDrafts(basis),
    ...dataDrafts(basis),
    ...networkDrafts(basis),
    ...operationsDrafts(basis),
  ].map(draft => priceLine(draft, priceBook, region));
  const sum = lines.reduce((total, { monthly }) => total + monthly, 0);
  return { monthly: roundToCents(sum), lines };
}

function priceLine(
  { price: id, quantity: amount, ...draft }: CostDraft,
  priceBook: PriceList,
  { exact, factor, region }: RegionFactor,
): CostLine {
  const price = priceBook.prices.find(item => item.id === id);
  if (!price) {
    const which = id.slice(id.indexOf('/') + 1);
    throw new UnknownPriceError(draft.label, which, priceBook.date);
  }
  const quantity = exactDecimal(amount);
  const unitPrice = exactDecimal(price.unitPrice * factor);
  return {
    ...draft,
    unit: price.unit,
    quantity,
    unitPrice,
    monthly: exactDecimal(quantity * unitPrice),
    source: `${price.source}, ${price.date}${
      exact ? '' : `; times ${factor} for ${region}`
    }`,
  };
}
