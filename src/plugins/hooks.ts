import {RefusedError} from '#errors'
import {OscConfig} from '#line/oclif-config'
import {sanitize} from '#output/sanitize'
import {explainLoad} from '#plugins/explain-load'
import type {HookContext} from '#plugins/hook'
import {guardedly} from '#plugins/hook-guard'
import type {CommandClass} from '#plugins/load'
import {loadHook} from '#plugins/load-hook'
import type {HookEvent, PluginHook} from '#plugins/types'
import type {Runtime} from '#runtime'

/** A hook that takes longer is left behind. */
const PATIENCE_MS = 3000

/** Whether plugins are called around a command. Help goes without, and what manages plugins: it removes bad ones. */
export const isHooked = (id: string): boolean => !/^(?:complete|help|plugins|shell)(?: |$)/.test(id)

/**
 * Runs a command with the hooks of plugins around it. A hook may refuse the command before it runs; whatever else it does
 * is one line on stderr, and changes neither what the command prints nor how it ends.
 */
export async function runHooked(
  Command: CommandClass,
  argv: readonly string[],
  runtime: Runtime,
  run: () => Promise<unknown>,
): Promise<void> {
  const id = Command.id ?? ''
  const config = new OscConfig({...runtime, stdout: runtime.stderr})
  const call = (event: HookEvent, more: object = {}) =>
    callAll(event, () => ({Command, argv: [...argv], config, ...more}), config)
  let error: unknown
  try {
    const [refusal] = await call('prerun')
    if (refusal) throw refusal
    const result = await run()
    await call('postrun', {result})
  } catch (failure) {
    error = failure
    throw failure
  } finally {
    await call('finally', {id, error})
  }
}

/** Calls the hooks at the same time, and returns the refusals in the order of the plugins. */
async function callAll(event: HookEvent, options: () => object, config: OscConfig): Promise<RefusedError[]> {
  const {hooks, plugins} = config.runtime.index
  const refusals = await Promise.all(
    hooks.map(async (hook) => {
      const plugin = plugins[hook.plugin]
      if (hook.event !== event || !plugin || plugin.unfit) return undefined
      const name = `Hook ${event} of plugin ${plugin.name} ${plugin.version}`
      const complain = (trouble: string) => report(`${name}: ${trouble}. See osc plugins doctor ${plugin.name}`, config)
      const work = async () => {
        const call = await loadHook(hook, plugin)
        const context = contextOf(config)
        await call.call(context, {...options(), context})
      }
      return await outcome(hook, guardedly(work, complain), complain, config.runtime.signal)
    }),
  )
  return refusals.filter((refusal) => refusal !== undefined)
}

async function outcome(
  {event}: PluginHook,
  work: Promise<void>,
  complain: (trouble: string) => void,
  signal: AbortSignal,
): Promise<RefusedError | undefined> {
  try {
    await inTime(work, event === 'prerun' ? signal : undefined)
    return undefined
  } catch (error) {
    // Ctrl-C ends the command, not the hook.
    if (event === 'prerun' && signal.aborted) throw signal.reason
    if (event === 'prerun' && error instanceof RefusedError) return error
    complain(explainLoad(error))
    return undefined
  }
}

async function inTime(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  const late = Promise.withResolvers<never>()
  const stop = () => late.reject(signal?.reason)
  const timer = setTimeout(
    () => late.reject(new Error(`the hook did not end within ${PATIENCE_MS / 1000} seconds`)),
    PATIENCE_MS,
  )
  signal?.addEventListener('abort', stop)
  try {
    await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

function contextOf(config: OscConfig): HookContext {
  const say = (message = '') => report(message, config)
  const refuse = (message: Error | string) => {
    throw new RefusedError(message instanceof Error ? message.message : message)
  }
  return {
    config,
    log: say,
    warn: say,
    debug: (message) => {
      if (config.runtime.debug) say(message)
    },
    error: refuse,
    exit: () => refuse('A hook of a plugin stopped the command.'),
  }
}

/** A line on stderr; silent with -q, and when nobody reads it. */
function report(line: string, {runtime: {stderr, verbosity}}: OscConfig): void {
  if (verbosity >= 0) stderr.write(`${sanitize(line)}\n`).catch(() => undefined)
}
