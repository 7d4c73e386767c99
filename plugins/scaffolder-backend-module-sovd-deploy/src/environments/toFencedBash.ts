/** Commands as one fenced block, which the stamped repository's checks parse. */
export function toFencedBash(...lines: readonly string[]): string {
  return `\`\`\`bash\n${lines.join('\n')}\n\`\`\``;
}
