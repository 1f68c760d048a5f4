import {makePlace, removePlace} from '../../support/place.ts'
import {type RunOptions, run} from '../../support/run.ts'
import {CLOUDS, furnish} from './clouds.ts'
import {linkPlugin} from './plugin.ts'

const PAGES: Readonly<Record<string, readonly string[]>> = {
  root: [],
  namespace: ['help', 'servers'],
  noun: ['server', '--help'],
  command: ['help', 'server', 'create'],
  trunk: ['server', 'trunk', 'list', '--help'],
  short: ['server', 'migrate', '-h'],
}

// So high that no pager is needed.
const terminal = (width: number): RunOptions => ({terminal: {width, height: 200}})
const AUDIENCES: Readonly<Record<string, RunOptions>> = {
  'terminal 60': terminal(60),
  'terminal 80': terminal(80),
  'terminal 120': terminal(120),
  pipe: {},
  CI: {env: {CI: '1'}},
}

export const names: readonly string[] = Object.keys(CLOUDS)

/** Every page of help with what is known of one cloud, for every audience, in one text. */
export async function pagesOf(cloud: string): Promise<string> {
  const place = makePlace()
  try {
    const fixture = CLOUDS[cloud]
    if (!fixture) throw new Error(`There is no fixture cloud ${cloud}.`)
    await furnish(place, fixture)
    linkPlugin(place)
    const parts: string[] = []
    for (const [page, argv] of Object.entries(PAGES)) {
      const shown = Object.entries(AUDIENCES).map(async ([audience, options]) => {
        const {status, stdout, stderr} = await run(argv, {...options, place})
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
