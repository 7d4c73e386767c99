/** The catalog's newest version of the template. */
export const testTemplate = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'sovd-webapp',
    annotations: { 'sovd.io/template-version': '0.4.0' },
  },
};
