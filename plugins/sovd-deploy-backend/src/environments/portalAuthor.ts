/** Who commits that the portal makes are by, as options of git. */
export const portalAuthor = [
  '-c',
  'user.name=SOVD portal',
  '-c',
  'user.email=sovd-portal@localhost',
] as const;
