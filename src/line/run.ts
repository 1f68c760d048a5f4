import type {Declared} from '#advice/secrets/hide'
import type {OscCommand} from '#command'
import {makeRuntime, type ProcessRuntime} from '#line/make-runtime'
import {type Option, optionNames} from '#line/option-names'
import type {RunState} from '#line/run-state'
import {splitLine} from '#line/split'
import type {Ran} from '#line/watch'
import {leadingWords, matchCommand} from '#line/words'
import {usePlugins} from '#plugins/data'
import {loadIndex} from '#plugins/index-cache'
import type {CommandClass} from '#plugins/load'
import {commandNames} from '#plugins/names'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'
import type {Runtime} from '#runtime'

/**
 * Finds the command of a line, loads it alone, and runs it. Returns the exit status; `state` is filled on the way,
 * for whoever reports an error.
 */
export async function runLine(argv: readonly string[], io: ProcessRuntime, state: RunState = {}): Promise<number> {
  const words = leadingWords(argv)
  const wantsOnlyVersion = words.length === 0 && splitLine(argv).options.version
  if (wantsOnlyVersion) {
    await io.stdout.write(`${io.program} ${io.version}\n`)
    return 0
  }
  const index = await loadIndex(io)
  state.index = index
  usePlugins(index, io.coreRoot)
  const match = matchCommand(
    words.map((word) => word.text),
    commandNames(index),
  )
  if (!match || Array.isArray(match) || !('id' in match)) {
    const {withoutCommand} = await import('#line/without-command')
    return await withoutCommand(argv, words, match, index, io)
  }
  const id = index.aliases[match.id] ?? match.id
  const plugin = index.plugins[index.commands[id] ?? -1]
  if (!plugin) throw new Error(`The plugin index has no owner for '${id}'.`)
  const used = new Set(words.slice(0, match.length).map((word) => word.at))
  const rest = argv.filter((_, at) => !used.has(at))
  if (match.abbreviated) await io.stderr.write(`(${io.program} ${id})\n`)
  state.command = id
  state.plugin = plugin
  const run = (more: readonly string[] = []) => runCommand(id, plugin, [...rest, ...more], index, io, state)
  try {
    return await run()
  } catch (error) {
    const {completeOrReject} = await import('#line/rejected-line')
    return await completeOrReject(error, {argv, used: [...used], id, index, program: io.program}, io, run)
  }
}

async function runCommand(
  id: string,
  plugin: IndexedPlugin,
  argv: readonly string[],
  index: PluginIndex,
  io: ProcessRuntime,
  state: RunState,
): Promise<number> {
  if (await wantsHelp(id, argv, index)) {
    const [{showHelp}, {helpChoice}] = await Promise.all([import('#line/help'), import('#line/help-choice')])
    const {options} = splitLine(argv, () => false)
    return await showHelp(id, {...io, options}, index, helpChoice(argv))
  }
  const own = index.shadowed[id] ?? id
  if (plugin.foreign) {
    const {runForeign} = await import('#plugins/foreign')
    return await runForeign(own, argv, io)
  }
  const {loadCommand} = await import('#plugins/load')
  const command = await loadCommand(own, plugin)
  const claims = namesOf(command.flags)
  const line = splitLine(argv, (name) => claims.has(name))
  const {OscConfig} = await import('#line/oclif-config')
  const secrets = async () => {
    const [{hideSecrets}, {secretsIn}] = await Promise.all([
      import('#advice/secrets/hide'),
      import('#advice/secrets/failure-mask'),
    ])
    return [...hideSecrets(argv, {used: [], declared: declaredOf(command)}).secrets, ...secretsIn(io.env)]
  }
  const {runtime, finish, known} = makeRuntime(line, index, io, secrets)
  Object.assign(state, known)
  try {
    let status = 0
    const runOn = (place: Runtime) => endOf(new command(line.rest, new OscConfig(place)))
    const run = async () => {
      const end = line.rest.some((word) => MAY_WATCH.test(word))
        ? await (await import('#line/watch')).watched(`${io.program} ${id}`, runtime, runOn)
        : await runOn(runtime)
      status = end.status
      return end.result
    }
    if (index.hooks.length === 0) await run()
    else await runWithHooks(command, line.rest, runtime, run, state)
    return status
  } catch (error) {
    const {requires, service}: Pick<typeof OscCommand, 'requires' | 'service'> = command as object
    if (requires === undefined) throw error
    const {orLacking} = await import('#context/refuse')
    throw await orLacking(error, {id, service}, requires, runtime)
  } finally {
    await finish()
  }
}

/** Runs a command. It may give its status in any of oclif's ways: `exitStatus`, `process.exitCode`, `this.exit()`. */
async function endOf(instance: InstanceType<CommandClass>): Promise<Ran> {
  // In the shell an earlier line may have left its own.
  process.exitCode = undefined
  try {
    const result: unknown = await instance.run()
    const own = 'exitStatus' in instance && typeof instance.exitStatus === 'number' ? instance.exitStatus : 0
    const seconds = 'watchSeconds' in instance ? Number(instance.watchSeconds) || undefined : undefined
    return {status: own || Number(process.exitCode ?? 0), result, seconds}
  } catch (error) {
    const {exitOf, fromOclif} = await import('#line/oclif-exit')
    const status = exitOf(error)
    if (status === undefined) throw fromOclif(error)
    return {status}
  } finally {
    process.exitCode = undefined
  }
}

/** What a command's class declares of its line. */
const declaredOf = ({baseFlags, flags, args = {}}: CommandClass & Partial<Declared & Base>): Declared => ({
  flags: {...baseFlags, ...flags},
  args,
})

async function runWithHooks(
  command: CommandClass,
  argv: readonly string[],
  runtime: Runtime,
  run: () => Promise<unknown>,
  state: RunState,
): Promise<void> {
  const {isHooked, runHooked} = await import('#plugins/hooks')
  // Also around a command that has none itself: the lines of a shell have them.
  state.hooked = true
  if (!isHooked(command.id ?? '')) return void (await run())
  await runHooked(command, argv, runtime, run)
}

interface Base {
  baseFlags: CommandClass['flags']
}

/** A beginning of `--watch`, which the command's own options decide on. */
const MAY_WATCH = /^--w(?:a(?:t(?:ch?)?)?)?(?:=|$)/

const MAY_ASK_FOR_HELP = /^(?:-[vqh]*h[vqh]*|--h(?:e|el|elp)?|--version)$/

/** Read from the manifest, so that also a command that does not load has its help. */
async function wantsHelp(id: string, argv: readonly string[], index: PluginIndex): Promise<boolean> {
  if (!argv.some((word) => MAY_ASK_FOR_HELP.test(word))) return false
  const {commandFacts} = await import('#help/facts')
  const claims = namesOf(commandFacts(id, index)?.command.flags)
  const {options} = splitLine(argv, (name) => claims.has(name))
  return options.help === true || options.version === true
}

/** A command's own options with their dashes, so that a global option of the same name gives way. */
const namesOf = (flags: Record<string, Omit<Option, 'name'>> = {}) =>
  new Set(Object.entries(flags).flatMap(([name, flag]) => optionNames({...flag, name})))
