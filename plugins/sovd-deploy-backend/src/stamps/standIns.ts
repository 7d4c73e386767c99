import type { JsonObject } from '@backstage/types';
import type {
  Answers,
  ComponentImage,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';
import { standInOutputs } from '../releases/standInOutputs';

const digest = `sha256:${'0'.repeat(64)}`;

/** Each component, and where the values of a chart speak of it. */
const components = [
  ['backend', 'backend'],
  ['frontend', 'frontend'],
  ['vehicle-connector', 'vehicleConnector'],
] as const;

/**
 * Images and outputs of a stack for a release that is only looked at: the same for both
 * sides, so that nothing of them is told as a change. An early chart takes fewer of them
 * and would refuse the others.
 *
 * @param chartValues - defaults of the chart
 */
export function standInsFor(
  chartValues: JsonObject,
  answers: Pick<Answers, 'databaseClass'>,
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
  const outputs = standInOutputs(answers);
  return {
    images,
    outputs: 'networkPolicy' in chartValues ? outputs.whole : outputs.early,
  };
}
