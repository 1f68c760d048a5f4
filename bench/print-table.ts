/** A table in Markdown, numbers to the right, so that it can be pasted into a page. */
export function printTable(headers: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = headers.map((header, at) => Math.max(header.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const pad = (cell: string, at: number) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))
  const print = (cells: readonly string[]) => process.stdout.write(`| ${cells.map(pad).join(' | ')} |\n`)
  print(headers)
  print(headers.map((_, at) => (at === 0 ? '-'.repeat(widths[at] ?? 0) : `${'-'.repeat((widths[at] ?? 1) - 1)}:`)))
  rows.forEach(print)
}
