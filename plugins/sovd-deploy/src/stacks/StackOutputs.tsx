import type { StackOutputs as Outputs } from '@sovd/plugin-sovd-deploy-common';
import styles from './stacks.module.css';

/** What the stack hands to the release; folded, since few people need it. */
export function StackOutputs({ outputs }: { outputs: Outputs }) {
  const entries = Object.entries(outputs).sort(([left], [right]) =>
    left.localeCompare(right),
  );
  if (entries.length === 0) {
    return <p className={styles.none}>It has no outputs.</p>;
  }
  return (
    <details className={styles.outputs}>
      <summary>
        {entries.length === 1 ? '1 output' : `${entries.length} outputs`}
      </summary>
      <dl>
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
