import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';

/** They follow a branch: `.github/workflows/ci-cd.yml` deploys them. */
const ofBranches = ['staging', 'production'];

/**
 * The workflow that somebody starts to deploy one environment; nothing for those that a
 * branch is deployed to.
 */
export function toDeployWorkflow({ environment }: Answers): GeneratedFile[] {
  if (ofBranches.includes(environment)) return [];
  const content = `# Generated from environments/<environment>/environment.yaml: edits here are overwritten.
name: Deploy ${environment}

on:
  workflow_dispatch:
    inputs:
      commit:
        description: Commit whose images are released, all 40 digits; CI/CD must have finished for it
        type: string
        required: true

permissions:
  contents: read

jobs:
  find:
    name: Find the images
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      actions: read
    outputs:
      run: \${{ steps.find.outputs.run }}
    steps:
      - id: find
        env:
          GH_TOKEN: \${{ github.token }}
          COMMIT: \${{ inputs.commit }}
        run: |
          run=$(gh run list --repo "$GITHUB_REPOSITORY" --workflow ci-cd.yml --commit "$COMMIT" \\
            --status success --json databaseId --jq '.[0].databaseId // empty')
          [ -n "$run" ] || { echo "CI/CD has no finished run for $COMMIT" >&2; exit 1; }
          echo "run=$run" >> "$GITHUB_OUTPUT"

  deploy:
    name: Deploy
    needs: find
    permissions:
      contents: read
      actions: read
      deployments: write
      id-token: write
    uses: ./.github/workflows/_deploy.yml
    with:
      environment: ${environment}
      commit: \${{ inputs.commit }}
      push-run-id: \${{ needs.find.outputs.run }}
`;
  return [{ path: `.github/workflows/deploy-${environment}.yml`, content }];
}
