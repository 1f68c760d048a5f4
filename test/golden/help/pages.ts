import {FORMATS} from '#help/formats'
import {TOPIC_NAMES} from '#help/topics'
import {makeFixedPlace} from '../../support/fixed-place.ts'
import {removePlace} from '../../support/place.ts'
import {type RunOptions, run} from '../../support/run.ts'
import {startClock} from '../../support/session-clock.ts'
import {CLOUDS, furnish} from './clouds.ts'
import {linkPlugin} from './plugin.ts'

type Lines = Readonly<Record<string, readonly string[]>>

const PAGES: Lines = {
  root: [],
  namespace: ['help', 'servers'],
  noun: ['server', '--help'],
  command: ['help', 'server', 'create'],
  trunk: ['server', 'trunk', 'list', '--help'],
  short: ['server', 'migrate', '-h'],
}

const TOPICS: Lines = Object.fromEntries(TOPIC_NAMES.map((name) => [name, ['help', name]]))

const FORMATTED: Lines = Object.fromEntries(
  [
    [],
    ['help', 'servers'],
    ['server', '--help'],
    ['server', 'create', '--help'],
    ['server', 'create', '-h'],
    ['help', 'output'],
    ['help', 'exit-codes'],
  ].flatMap((line) =>
    FORMATS.map((format): [string, string[]] => [['osc', ...line, `--${format}`].join(' '), [...line, `--${format}`]]),
  ),
)

// So high that no pager is needed.
const terminal = (width: number): RunOptions => ({terminal: {width, height: 400}})
const TERMINALS: Readonly<Record<string, RunOptions>> = {
  'terminal 60': terminal(60),
  'terminal 80': terminal(80),
  'terminal 120': terminal(120),
  pipe: {},
}
const AUDIENCES = {...TERMINALS, CI: {env: {CI: '1'}}}
// A day for manual pages.
const PROGRAMS = {pipe: {env: {SOURCE_DATE_EPOCH: '86400'}}}

interface Golden {
  cloud: string
  pages: Lines
  audiences: Readonly<Record<string, RunOptions>>
}

const GOLDENS: Readonly<Record<string, Golden>> = {
  ...Object.fromEntries(Object.keys(CLOUDS).map((cloud) => [cloud, {cloud, pages: PAGES, audiences: AUDIENCES}])),
  topics: {cloud: 'full', pages: TOPICS, audiences: TERMINALS},
  formats: {cloud: 'member', pages: FORMATTED, audiences: PROGRAMS},
}

export const names: readonly string[] = Object.keys(GOLDENS)

/** Pages with what is known of one cloud, for every audience, in one text. */
export async function pagesOf(name: string): Promise<string> {
  const place = makeFixedPlace()
  try {
    const golden = GOLDENS[name]
    const fixture = golden && CLOUDS[golden.cloud]
    if (!fixture) throw new Error(`There are no pages ${name}.`)
    const start = Date.now()
    await furnish(place, fixture, start)
    // All pages are read at one moment.
    const clock = startClock(start)()
    linkPlugin(place)
    const parts: string[] = []
    for (const [page, argv] of Object.entries(golden.pages)) {
      const shown = Object.entries(golden.audiences).map(async ([audience, options]) => {
        const {status, stdout, stderr} = await run(argv, {...options, env: {...options.env, ...clock}, place})
        return `##### ${page}, ${audience}, status ${status}\n${masked(stdout + stderr, place.root)}`
      })
      parts.push(...(await Promise.all(shown)))
    }
    return parts.join('')
  } finally {
    removePlace(place)
  }
}

const masked = (text: string, root: string): string =>
  text
    .replaceAll('\r', '')
    .replaceAll(root, '$ROOT')
    .replace(/(@osc-cli\/\S+) \d\S*/g, '$1 VERSION')
