import { CustomErrorBase } from '@backstage/errors';

/**
 * Something that the price book has no price of. An estimate that left it out would look
 * like a cheap one, so there is none.
 *
 * @public
 */
export class UnknownPriceError extends CustomErrorBase {
  name = 'UnknownPriceError' as const;

  /**
   * @param what - what it would be the price of, e.g. `Worker nodes` or `Region`
   * @param which - the class or region that isn't known, e.g. `m7i.large`
   * @param date - date of the price book
   */
  constructor(readonly what: string, readonly which: string, date: string) {
    super(
      `The price book of ${date} doesn't know ${which} (${what}), so nobody can say what the environment costs; choose another one, or add its price`,
    );
  }
}
