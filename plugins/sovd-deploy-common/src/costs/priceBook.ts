import type { Price, PriceList } from './PriceList';
import { regionFactors } from './regionFactors';

/** Day on which the book was put together; it stands for sources that carry no date. */
const BOOK = '2026-09-03';

const PRICE_CACHE = 'AWS list price in a price cache';
const INFRACOST = "AWS list price in Infracost's golden files";
const PUBLIC_IP = 'AWS price of public IPv4 addresses since 2024-02-01';
const DRAGONFLY = "AWS list price in dragonflydb.io's list and a price cache";
const VALKEY = 'AWS list price of Redis OSS less 20 %, as AWS prices Valkey';
const TWICE = 'Twice the Single-AZ price, as AWS prices Multi-AZ';
const MEMORY =
  "AWS list price from memory, consistent with db.t3.large's; not confirmed";
const REQUESTS = 'AWS list price of PUT requests, from memory; not confirmed';

function price(
  id: string,
  unit: string,
  unitPrice: number,
  source: string,
  date: string = BOOK,
): Price {
  return { id, unit, unitPrice, source, date };
}

/**
 * On-demand list prices of us-east-1, one line for each, with source and date. Not in
 * it: support, WAF, GuardDuty, backup copies in other regions, taxes, and the surplus CPU
 * credits of t3 nodes ($0.05 per vCPU-hour).
 */
const prices: readonly Price[] = [
  price('control-plane', 'hour', 0.1, PRICE_CACHE),
  price('node/t3.medium', 'hour', 0.0416, PRICE_CACHE),
  price('node/t3.large', 'hour', 0.0832, PRICE_CACHE),
  price('volume', 'GB-month', 0.08, INFRACOST),
  price('database-single/db.t3.medium', 'hour', 0.072, MEMORY),
  price('database-single/db.t3.large', 'hour', 0.145, INFRACOST, '2026-05-03'),
  price('database-multi/db.t3.medium', 'hour', 0.145, MEMORY),
  price('database-multi/db.t3.large', 'hour', 0.29, TWICE, '2026-05-03'),
  price('database-storage/single', 'GB-month', 0.115, INFRACOST, '2026-05-03'),
  price('database-storage/multi', 'GB-month', 0.23, INFRACOST, '2026-05-03'),
  price('database-snapshots', 'GB-month', 0.095, INFRACOST, '2026-05-03'),
  price('redis/cache.t3.small', 'hour', 0.034, DRAGONFLY),
  price('redis/cache.t3.medium', 'hour', 0.068, DRAGONFLY),
  price('valkey/cache.t3.small', 'hour', 0.0272, VALKEY),
  price('valkey/cache.t3.medium', 'hour', 0.0544, VALKEY),
  price('load-balancer', 'hour', 0.0225, PRICE_CACHE),
  price('load-balancer-units', 'LCU-hour', 0.008, PRICE_CACHE),
  price('nat-gateway', 'hour', 0.045, PRICE_CACHE),
  price('nat-data', 'GB', 0.045, PRICE_CACHE),
  price('public-address', 'hour', 0.005, PUBLIC_IP, '2024-02-01'),
  price('hosted-zone', 'zone-month', 0.5, INFRACOST),
  price('dns-queries', 'million', 0.4, INFRACOST),
  price('egress', 'GB', 0.09, INFRACOST, '2024-09-01'),
  // $0.01 on either side
  price('cross-zone', 'GB', 0.02, INFRACOST, '2024-09-01'),
  price('object-storage', 'GB-month', 0.023, INFRACOST),
  price('object-requests', 'thousand', 0.005, REQUESTS),
  price('image-storage', 'GB-month', 0.1, INFRACOST),
  price('secrets', 'secret-month', 0.4, INFRACOST),
  price('secret-calls', 'ten thousand', 0.05, INFRACOST),
  price('keys', 'key-month', 1, INFRACOST),
  price('log-ingest', 'GB', 0.5, INFRACOST),
  price('log-storage', 'GB-month', 0.03, INFRACOST),
];

/** The prices that the product estimates with. @public */
export const priceBook: PriceList = {
  date: BOOK,
  source: 'AWS on-demand list prices',
  prices,
  regions: regionFactors,
};
