import type {Trace} from '#cloud/transport-types'
import type {Sink} from '#output/types'

/** The table that --timing adds: a row a request, and the total. */
export async function writeTimings(
  trace: Trace & {timings?(): {url: string; seconds: number}[]},
  sink: Sink,
): Promise<void> {
  const {writeList} = await import('#output/list')
  const rows = trace.timings?.() ?? []
  const total = rows.reduce((sum, {seconds}) => sum + seconds, 0)
  const cells = [...rows.map(({url, seconds}) => [url, seconds]), ['Total', total]]
  await writeList({columns: ['URL', 'Seconds'], rows: cells}, {format: 'table'}, sink)
}
