import { useId } from 'react';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiArrowGoBackLine,
  RiArrowUpLine,
  RiMore2Line,
  RiRestartLine,
  RiScales3Line,
} from '@remixicon/react';
import { ActionLink } from '../kit/ActionLink';
import { DisabledReason } from '../kit/DisabledReason';
import { environmentPaths } from '../routes';
import styles from './overview.module.css';

export interface ActionBarProps {
  /** Path of the environment's tab. */
  href: string;
  /** Why changes wait, in one sentence. */
  offReason?: string;
  /** The change that runs: going back begins with stopping it. */
  runningChangeHref?: string;
}

/** Each action opens a page that makes a plan; none acts by itself. They are never hidden. */
export function ActionBar({
  href,
  offReason,
  runningChangeHref,
}: ActionBarProps) {
  const id = useId();
  const off = offReason !== undefined;
  const backHref =
    runningChangeHref ??
    (off ? undefined : `${href}${environmentPaths.rollback}`);
  return (
    <div className={styles.actions}>
      <div className={styles.buttons} role="group" aria-label="Actions">
        <ActionLink
          href={off ? undefined : `${href}${environmentPaths.upgrade}`}
          icon={<RiArrowUpLine />}
          reasonId={id}
        >
          Upgrade
        </ActionLink>
        <ActionLink href={backHref} icon={<RiArrowGoBackLine />} reasonId={id}>
          Roll back
        </ActionLink>
        <MenuTrigger>
          {/* The entity's own menu beside its title is called More actions. */}
          <ButtonIcon
            aria-label="Scale or restart"
            variant="secondary"
            icon={<RiMore2Line />}
          />
          <Menu disabledKeys={off ? ['scale', 'restart'] : []}>
            <MenuItem
              id="scale"
              href={`${href}${environmentPaths.scale}`}
              iconStart={<RiScales3Line />}
            >
              Scale
            </MenuItem>
            <MenuItem
              id="restart"
              href={`${href}${environmentPaths.restart}`}
              iconStart={<RiRestartLine />}
            >
              Restart
            </MenuItem>
          </Menu>
        </MenuTrigger>
      </div>
      {off && (
        <DisabledReason
          id={id}
          reason={
            runningChangeHref
              ? `${offReason} Roll back leads to it: there it can be stopped.`
              : offReason
          }
        />
      )}
    </div>
  );
}
