/** How much of the end of the old output is looked for in the new one. */
const MARK = 1000

/** The output without a last line that may be half written; a line that did not change since `before` is complete. */
export const complete = (output: string, before: string): string =>
  output === before ? output : output.slice(0, output.lastIndexOf('\n') + 1)

/** What a console printed since `before`. Services keep the end of a long output only, so that its beginning may be lost. */
export function newOutput(before: string, now: string): string {
  if (now.startsWith(before)) return now.slice(before.length)
  if (before.startsWith(now)) return ''
  const end = before.slice(-MARK)
  const at = now.lastIndexOf(end)
  return at < 0 ? now : now.slice(at + end.length)
}

/** The last lines of a text, as many as given. */
export function lastLines(text: string, count: number): string {
  const lines = text.replace(/\n$/, '').split('\n')
  return count === 0 ? '' : lines.slice(-count).join('\n')
}
