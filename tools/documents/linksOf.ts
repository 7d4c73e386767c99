/** Text of a Markdown page without what stands in fences and in code spans. */
function withoutCode(text: string): string {
  return text
    .replace(/^(```+|~~~+)[^\n]*\n[\s\S]*?^\1[ \t]*$/gm, '')
    .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
}

/** Where the links and pictures of a Markdown page lead, in Markdown or HTML, in their order. */
export function linksOf(text: string): string[] {
  const link =
    /\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\[[^\]]+\]:\s*(\S+)|\b(?:src|srcset|href)="([^"\s]+)"/gm;
  return [...withoutCode(text).matchAll(link)].map(
    ([, inline, reference, html]) => inline ?? reference ?? html,
  );
}

/** Anchors that a Git host gives to the headings of a Markdown page. */
export function anchorsOf(text: string): string[] {
  const headings = text
    .replace(/^(```+|~~~+)[^\n]*\n[\s\S]*?^\1[ \t]*$/gm, '')
    .matchAll(/^#{1,6} +(.+?) *#* *$/gm);
  const seen = new Map<string, number>();
  return [...headings].map(([, heading]) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}
