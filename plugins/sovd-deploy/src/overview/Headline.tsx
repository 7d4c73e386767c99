import { useId } from 'react';
import { Card, CardBody, Text } from '@backstage/ui';
import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import { healthLook } from '../kit/intent';
import { LinkedText } from '../kit/LinkedText';
import { StatusLabel } from '../kit/StatusLabel';
import { NextSteps } from '../kit/NextSteps';
import styles from './overview.module.css';

/** The answer to "what is wrong, why, and what now", before anything else. */
export function Headline({ overview }: { overview: EnvironmentOverview }) {
  const id = useId();
  const { headline, cause, nextSteps } = overview.headline;
  const { tier, target } = overview.environment.answers;
  return (
    <Card className={styles.headlineCard} role="region" aria-labelledby={id}>
      <CardBody className={styles.headlineBody}>
        <div className={styles.headlineStatus}>
          <StatusLabel soft look={healthLook[overview.health]} />
          <span className={styles.place}>
            {tier} on {target}
          </span>
        </div>
        <Text
          as="h3"
          id={id}
          variant="title-small"
          weight="bold"
          className={styles.headlineTitle}
        >
          {headline}
        </Text>
        <p className={styles.headlineCause}>
          <LinkedText text={cause} />
        </p>
        <NextSteps steps={nextSteps} />
      </CardBody>
    </Card>
  );
}
