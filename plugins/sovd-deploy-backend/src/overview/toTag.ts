/** Tag of `repository:tag@digest`; a registry's port is no tag. */
export function toTag(image: string): string {
  const [named] = image.split('@');
  return /:([^:/]+)$/.exec(named)?.[1] ?? 'latest';
}
