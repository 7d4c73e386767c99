import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import { Logo } from './Logo';

const useStyles = makeStyles({
  root: {
    height: 2.4 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
  },
  link: {
    marginLeft: 20,
    color: '#ffffff',
  },
});

/** The way home. */
export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={classes.root}>
      <Link to="/" underline="none" className={classes.link} aria-label="Home">
        <Logo withName={isOpen} />
      </Link>
    </div>
  );
}
