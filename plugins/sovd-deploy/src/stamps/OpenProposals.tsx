import { Link } from '@backstage/ui';
import { RiGitPullRequestLine } from '@remixicon/react';
import type { PullRequest } from '@sovd/plugin-sovd-deploy-common';
import styles from './stamps.module.css';

/** What waits for people on the Git host: nothing goes on before they merge. */
export function OpenProposals({ proposals }: { proposals: PullRequest[] }) {
  const open = proposals.filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  return (
    <ul className={styles.proposals} aria-label="Open pull requests">
      {open.map(({ url, title }) => (
        <li key={url}>
          <RiGitPullRequestLine size={16} aria-hidden />
          <span>
            Open pull request: <Link href={url}>{title}</Link>. Merge it to go
            on.
          </span>
        </li>
      ))}
    </ul>
  );
}
