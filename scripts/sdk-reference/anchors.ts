/** The anchors of a page's headings as GitHub makes them: lower case, no punctuation, the second of one name with `-1`. */
export function anchors(headings: readonly string[]): (heading: string) => string {
  const counts = new Map<string, number>()
  const found = new Map<string, string>()
  for (const heading of headings) {
    const slug = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-')
    const count = counts.get(slug) ?? 0
    counts.set(slug, count + 1)
    found.set(heading, count === 0 ? slug : `${slug}-${count}`)
  }
  return (heading) => found.get(heading) ?? ''
}
