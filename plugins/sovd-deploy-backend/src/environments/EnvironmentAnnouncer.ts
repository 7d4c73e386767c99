/** Signal channel of the whole fleet: it carries a tick and nothing about whom it concerns. */
export const FLEET_CHANNEL = 'sovd-deploy:fleet';

/** Tells browsers that there is news of an environment, never the news itself. */
export interface EnvironmentAnnouncer {
  /** Returns at once; announcements close to one another become one. */
  announce(environmentId: string): void;
}
