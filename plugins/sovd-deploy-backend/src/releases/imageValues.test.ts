import type { ComponentImage } from '@sovd/plugin-sovd-deploy-common';
import { isImageValue, readImages, toImageValues } from './imageValues';

const image = {
  repository: 'r/fleet',
  tag: 'v1',
  digest: `sha256:${'a'.repeat(64)}`,
};
const images: ComponentImage[] = [
  { component: 'backend', ...image },
  { component: 'frontend', ...image },
  { component: 'vehicle-connector', ...image },
];

it('gives each component its image, by the names of the chart', () => {
  expect(toImageValues(images)).toEqual({
    backend: { image },
    frontend: { image },
    vehicleConnector: { image },
  });
});

it('reads back what it wrote', () => {
  expect(readImages(toImageValues(images))).toEqual(images);
});

it.each([
  ['that is switched off', { enabled: false, image }],
  ['without a digest', { image: { ...image, digest: '' } }],
  ['without an image', { replicaCount: 2 }],
])('knows no image of a component %s', (_, vehicleConnector) => {
  expect(readImages({ backend: { image }, vehicleConnector })).toEqual([
    images[0],
  ]);
});

it.each([
  ['backend.image.tag', true],
  ['vehicleConnector.image.digest', true],
  ['backend.imagePullSecrets', false],
  ['hpa.minReplicas', false],
])('tells whether %s is about an image', (path, expected) => {
  expect(isImageValue(path)).toBe(expected);
});
