module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // it starts what `tools` starts, and measures sources as they stand
    '@backstage/no-relative-monorepo-imports': 'off',
  },
});
