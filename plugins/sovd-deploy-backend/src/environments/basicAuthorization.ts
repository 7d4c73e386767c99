import type { GitHostConfig } from './TargetConfig';

/** Credentials of a Git host as its `Authorization` header has them. */
export function basicAuthorization({
  username,
  password,
}: NonNullable<GitHostConfig['credentials']>): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
