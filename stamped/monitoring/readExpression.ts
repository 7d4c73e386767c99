import { parser } from '@prometheus-io/lezer-promql';

/** What an expression of PromQL asks for. */
export interface Expression {
  /** Names of metrics, each once; a histogram's own where one of its parts is asked for. */
  metrics: string[];
  /** Text from where it can't be read on; undefined where all of it can. */
  unreadable?: string;
}

/** Parts of a histogram that have series of their own. */
const part = /_(bucket|sum|count)$/;

/** Reads PromQL with the grammar of Prometheus' own editor. */
export function readExpression(text: string): Expression {
  const metrics = new Set<string>();
  let unreadable: string | undefined;
  parser.parse(text).iterate({
    enter({ type, node, from, to }) {
      if (type.isError) unreadable ??= `…${text.slice(from)}`;
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector')
        metrics.add(text.slice(from, to).replace(part, ''));
    },
  });
  return unreadable === undefined
    ? { metrics: [...metrics] }
    : { metrics: [...metrics], unreadable };
}
