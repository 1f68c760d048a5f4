import type {Timing} from '#cloud/trace/trace'
import type {Sink} from '#output/types'

/** The table that --timing adds: a row a request, and the total. Seconds, to the microsecond. */
export async function writeTimings(timings: readonly Timing[], sink: Sink): Promise<void> {
  const {writeList} = await import('#output/list')
  const total = timings.reduce((sum, {seconds}) => sum + seconds, 0)
  const rows = [
    ...timings.map(({method, url, seconds}) => [`${method} ${url}`, rounded(seconds)]),
    ['Total', rounded(total)],
  ]
  await writeList({columns: ['URL', 'Seconds'], rows}, {format: 'table'}, sink)
}

const rounded = (seconds: number) => Number(seconds.toFixed(6))
