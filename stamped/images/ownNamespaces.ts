/** What running an image takes, as `unshare` is told: places, processes and a network of its own. */
export const ownNamespaces = ['mount', 'pid', 'net', 'ipc', 'uts'].map(
  name => `--${name}`,
);
