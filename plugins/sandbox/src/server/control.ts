import {timingSafeEqual} from 'node:crypto'
import {asArray, asObject, asText, decodeJson, type JsonObject, OscError} from '@osc-cli/core'
import {inCatalog, type Sandbox} from '@osc-cli/core/sandbox'
import {Hono} from 'hono'
import {CONTROL, KEY_HEADER} from '#control-protocol'
import type {Control} from '#server/sandbox'

interface Controlled {
  key: string
  /** Undefined until it has started. */
  sandbox(): Sandbox | undefined
  /** Called once the answer has been sent. */
  stop(): void
  /** Called after the whole state was replaced. */
  onReplaced(): void
}

/** The control routes that `osc sandbox` uses; undefined for requests to the cloud itself. */
export function createControl({key, sandbox, stop, onReplaced}: Controlled): Control {
  const app = new Hono().basePath(CONTROL)
  app.use(async (context, next) => {
    if (!same(context.req.header(KEY_HEADER) ?? '', key))
      return context.json({message: 'The key of the sandbox is wrong.'}, 403)
    await next()
  })
  app.onError((error, context) => context.json({message: error.message}, error instanceof OscError ? 400 : 500))
  const running = (): Sandbox => {
    const started = sandbox()
    if (!started) throw new OscError('The sandbox is still starting.')
    return started
  }
  const bodyOf = async (request: {text(): Promise<string>}): Promise<JsonObject> =>
    asObject(decodeJson(await request.text()))
  app.get('/status', (context) => {
    const {cloud, faults} = running()
    const offered = cloud.services.filter(inCatalog)
    return context.json({services: offered.map(({type}) => type), faults: faults.rules()})
  })
  app.post('/reset', async (context) => {
    await running().reset()
    onReplaced()
    return context.json({})
  })
  app.post('/snapshot', async (context) => {
    running().save(asText((await bodyOf(context.req)).file) ?? '')
    return context.json({})
  })
  app.post('/restore', async (context) => {
    await running().restore(asText((await bodyOf(context.req)).file) ?? '')
    onReplaced()
    return context.json({})
  })
  app.put('/faults', async (context) => {
    const {faults} = running()
    const rules = asArray((await bodyOf(context.req)).rules)
    faults.clear()
    for (const rule of rules) faults.add(asText(rule) ?? '')
    return context.json({})
  })
  app.post('/stop', (context) => {
    setImmediate(stop)
    return context.json({})
  })
  return (request) => {
    const {pathname} = new URL(request.url)
    return pathname.startsWith(`${CONTROL}/`) ? Promise.resolve(app.fetch(request)) : undefined
  }
}

function same(given: string, key: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(key)]
  return a.length === b.length && timingSafeEqual(a, b)
}
