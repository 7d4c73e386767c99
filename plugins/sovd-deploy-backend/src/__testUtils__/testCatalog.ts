const group = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
});

/** The catalog's newest version of the template. */
export const testTemplate = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'sovd-webapp',
    annotations: { 'sovd.io/template-version': '0.4.0' },
  },
};

/** Entities of the catalog. */
export const testCatalog = [
  group('platform'),
  group('mine'),
  group('others'),
  testTemplate,
];
