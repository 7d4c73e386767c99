import type { Stack } from '@sovd/plugin-sovd-deploy-common';
import { Fact, Facts } from '../kit/Fact';
import { stackLook } from '../kit/intent';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import { StatusLabel } from '../kit/StatusLabel';
import { engineTitle } from './engine';
import { StackOutputs } from './StackOutputs';
import styles from './stacks.module.css';

interface StackCardProps {
  part: ShownPart<Stack>;
  onRetry?: () => void;
}

/** The cloud resources of an environment. */
export function StackCard({ part, onRetry }: StackCardProps) {
  return (
    <PartCard
      title="Stack"
      part={part}
      onRetry={onRetry}
      aside={({ phase }) => <StatusLabel look={stackLook[phase]} />}
    >
      {stack => (
        <div className={styles.body}>
          {stack.cause && (
            <p className={styles.cause}>First failing cause: {stack.cause}</p>
          )}
          <Facts>
            <Fact label="Engine" hint={stack.name}>
              {engineTitle[stack.engine]}
            </Fact>
            <Fact label="Region" hint={`account ${stack.accountId}`}>
              {stack.region}
            </Fact>
            <Fact label="Resources" hint={stack.providerStatus}>
              {stack.resourceCount}
            </Fact>
          </Facts>
          <StackOutputs outputs={stack.outputs} />
        </div>
      )}
    </PartCard>
  );
}
