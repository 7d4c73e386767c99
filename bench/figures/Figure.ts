import type { Bench } from '../portal/Bench.ts';
import type { Row } from '../report/Row.ts';

/** One command's worth of measuring. */
export interface Figure {
  /** How it is asked for: `node bench/main.ts <name>`. */
  name: string;
  /** First cells of its rows, in the order of the table. */
  rows: readonly string[];
  measure(bench: Bench): Promise<Row[]>;
}
