import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {makeFixedPlace} from '../../support/fixed-place.ts'
import {startFixtureServer} from '../../support/fixture-server.ts'
import {type Place, removePlace} from '../../support/place.ts'
import {type RunOptions, run} from '../../support/run.ts'
import {startClock} from '../../support/session-clock.ts'
import {CLOUDS, furnish} from '../help/clouds.ts'
import {linkPlugin} from '../help/plugin.ts'
import {LINES, type Line} from './lines.ts'
import {ROUTES} from './service.ts'

const terminal = (width: number): RunOptions => ({terminal: {width, height: 200}})
const AUDIENCES: Readonly<Record<string, RunOptions>> = {
  'terminal 60': terminal(60),
  'terminal 80': terminal(80),
  'terminal 120': terminal(120),
  pipe: {},
  CI: {env: {CI: '1'}},
}

const TRUNKS = `import {OscCommand} from '@osc-cli/core'
export default class TrunkList extends OscCommand {
  async run() {
    await this.print('no trunks')
  }
}
`

/** Every behaviour on one cloud, in one text: what each audience sees of it, those that see the same together. */
export async function behavioursOf(cloud: string): Promise<string> {
  const outputs = await Promise.all(
    Object.entries(AUDIENCES).map(async ([audience, options]) => [audience, await seenBy(cloud, options)] as const),
  )
  return LINES.map(({behaviour, argv}, at) => {
    const audiences = Map.groupBy(outputs, ([, texts]) => texts[at] ?? '')
    const parts = [...audiences].map(([text, group]) => `### ${group.map(([name]) => name).join(', ')}: ${text}`)
    return `##### ${behaviour}\n$ osc ${argv.join(' ')}\n${parts.join('')}\n`
  }).join('')
}

/** One person's session: the lines one after the other, with the caches of those before. */
async function seenBy(cloud: string, options: RunOptions): Promise<string[]> {
  const place = makeFixedPlace()
  const server = await startFixtureServer({...ROUTES})
  try {
    const fixture = CLOUDS[cloud]
    if (!fixture) throw new Error(`There is no fixture cloud ${cloud}.`)
    const start = Date.now()
    const clock = startClock(start)
    await furnish(place, fixture, start)
    linkPlugin(place)
    mkdirSync(join(place.root, 'servers/dist/commands/server/trunk'))
    writeFileSync(join(place.root, 'servers/dist/commands/server/trunk/list.js'), TRUNKS)
    writeFileSync(join(place.work, 'web.yaml'), 'heat_template_version: 2021-04-16\n')
    const texts: string[] = []
    for (const line of LINES) {
      const env = {...options.env, ...clock(), http_proxy: server.url}
      texts.push(await report(line, {...options, env, place}))
    }
    const unknown = server.requests.find(({method, path}) => !ROUTES[`${method} ${path.split('?')[0]}`])
    if (unknown) throw new Error(`Nothing answers ${unknown.method} ${unknown.path}.`)
    return texts
  } finally {
    await server.stop()
    removePlace(place)
  }
}

async function report({argv}: Line, options: RunOptions & {place: Place}): Promise<string> {
  const {status, stdout, stderr} = await run(argv, options)
  const text = options.terminal ? stdout : `${stdout}${stderr && `[stderr]\n${stderr}`}`
  return `status ${status}\n${masked(text, options.place.root)}`
}

const masked = (text: string, root: string): string => text.replaceAll('\r', '').replaceAll(root, '$ROOT')
