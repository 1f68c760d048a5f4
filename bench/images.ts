// What `image create --file` and `image save --file` cost with a small and a large image of a cloud in this process. It fails if
// memory grows with the size.
import {closeSync, ftruncateSync, openSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {cleanEnv, makePlace, removePlace} from '../test/support/place.ts'
import {program} from '../test/support/program.ts'
import {startFixtureCloud} from './fixture-cloud.ts'
import {createFixtureGlance} from './fixture-glance.ts'
import {type Cost, startMeasure} from './measure.ts'
import {printTable} from './print-table.ts'

const {values} = parseArgs({
  options: {
    // In bytes, the smallest first: what the others are compared with.
    sizes: {type: 'string', default: '40e6,4e9'},
  },
})

/** How much more memory a large image may take than the smallest: garbage that is not collected yet. */
const MOST = 1.5
const sizes = values.sizes.split(',').map(Number)

const cloud = await startFixtureCloud(0, {glance: createFixtureGlance()})
const place = makePlace()
const [file, saved] = [join(place.work, 'disk.img'), join(place.work, 'saved.img')]
const measure = startMeasure()
try {
  const env = cleanEnv(place, cloud.env)
  const lines = {
    'image create': ['image', 'create', '--file', file, 'disk'],
    'image save': ['image', 'save', '--file', saved, 'disk'],
  }
  // Fills the caches.
  await measure.run([...program(), 'image', 'list'], env)
  const costs = new Map<string, Cost[]>()
  for (const size of sizes) {
    makeSparse(file, size)
    for (const [command, line] of Object.entries(lines))
      costs.set(command, [...(costs.get(command) ?? []), await measure.run([...program(), ...line], env)])
    rmSync(saved)
  }
  report(costs)
} finally {
  measure.stop()
  cloud.stop()
  removePlace(place)
}

/** A file of zeros, without blocks on the disk. */
function makeSparse(path: string, size: number): void {
  const handle = openSync(path, 'w')
  ftruncateSync(handle, size)
  closeSync(handle)
}

function report(costs: ReadonlyMap<string, readonly Cost[]>): void {
  const rows = [...costs].flatMap(([command, runs]) =>
    runs.map(({seconds, cpu, rss}, at) => {
      const growth = rss / (runs[0]?.rss ?? rss)
      if (growth > MOST) process.exitCode = 1
      const mb = `${((sizes[at] ?? 0) / 1e6).toFixed(0)} MB`
      return [command, mb, seconds.toFixed(1), cpu.toFixed(1), (rss / 1024).toFixed(0), `${growth.toFixed(2)} x`]
    }),
  )
  printTable(['command', 'image', 's', 'cpu s', 'MiB', `of ${(sizes[0] ?? 0) / 1e6} MB`], rows)
  if (process.exitCode) console.log(`Memory grows by more than ${MOST} times with the size of the image.`)
}
