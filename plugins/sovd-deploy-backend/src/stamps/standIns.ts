import type { JsonObject } from '@backstage/types';
import { maxConnections } from '@sovd/plugin-sovd-deploy-common';
import type {
  Answers,
  ComponentImage,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';

const digest = `sha256:${'0'.repeat(64)}`;

/** Each component, and where the values of a chart speak of it. */
const components = [
  ['backend', 'backend'],
  ['frontend', 'frontend'],
  ['vehicle-connector', 'vehicleConnector'],
] as const;

const database = {
  databaseHost: 'database.example',
  databasePort: '5432',
  databaseName: 'application',
  databaseUser: 'application',
};

const others = {
  redisHost: 'cache.example',
  redisPort: '6379',
  redisTls: 'true',
  vpcCidr: '10.0.0.0/16',
  appRoleArn: 'arn:aws:iam::123456789012:role/application',
  databaseSecretName: 'application/database',
  jwtSecretName: 'application/jwt',
  redisSecretName: 'application/redis',
};

/**
 * Images and outputs of a stack for a release that is only looked at: the same for both
 * sides, so that nothing of them is told as a change. An early chart takes fewer of them
 * and would refuse the others.
 *
 * @param chartValues - defaults of the chart
 */
export function standInsFor(
  chartValues: JsonObject,
  { databaseClass }: Pick<Answers, 'databaseClass'>,
): {
  images: ComponentImage[];
  outputs: StackOutputs;
} {
  const images = components
    .filter(([, key]) => key in chartValues)
    .map(([component]) => ({
      component,
      repository: `registry.example/${component}`,
      tag: '0.0.0',
      digest,
    }));
  const isWhole = 'networkPolicy' in chartValues;
  const whole = {
    ...others,
    // what the chart weighs against the pods that may come
    databaseMaxConnections: String(maxConnections(databaseClass)),
  };
  return { images, outputs: { ...database, ...(isWhole && whole) } };
}
