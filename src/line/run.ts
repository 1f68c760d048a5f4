import {type Io, makeRuntime} from '#line/make-runtime'
import {splitLine} from '#line/split'
import {leadingWords, matchCommand} from '#line/words'
import {loadIndex} from '#plugins/index-cache'
import {commandNames} from '#plugins/names'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** Finds the command of a line, loads it alone, and runs it. Returns the exit status. */
export async function runLine(argv: readonly string[], io: Io): Promise<number> {
  const words = leadingWords(argv)
  const wantsOnlyVersion = words.length === 0 && splitLine(argv).options.version
  if (wantsOnlyVersion) {
    await io.stdout.write(`${io.program} ${io.version}\n`)
    return 0
  }
  const index = loadIndex(io)
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
  const run = (more: readonly string[] = []) => runCommand(id, plugin, [...rest, ...more], index, io)
  try {
    return await run()
  } catch (error) {
    const {refused} = await import('#line/refused')
    return await refused(error, {argv, used: [...used], id, index, program: io.program}, io, run)
  }
}

async function runCommand(
  id: string,
  plugin: IndexedPlugin,
  argv: readonly string[],
  index: PluginIndex,
  io: Io,
): Promise<number> {
  if (plugin.foreign) {
    const {runForeign} = await import('#plugins/foreign')
    return await runForeign(id, argv, io)
  }
  const {loadCommand} = await import('#plugins/load')
  const command = await loadCommand(id, plugin)
  const claims = new Set(optionNames(command.flags))
  const line = splitLine(argv, (name) => claims.has(name))
  if (line.options.help || line.options.version) {
    const {showHelp} = await import('#line/help')
    return await showHelp(id, io, index)
  }
  const {OscConfig} = await import('#oclif-config')
  const {runtime, finish} = makeRuntime(line, index, io)
  try {
    await new command(line.rest, new OscConfig(runtime)).run()
    return 0
  } finally {
    await finish()
  }
}

/** A command's own options with their dashes, so that a global option of the same name gives way. */
function optionNames(
  flags: Record<string, {char?: string; aliases?: string[]; allowNo?: boolean}> | undefined,
): string[] {
  return Object.entries(flags ?? {}).flatMap(([name, flag]) => [
    `--${name}`,
    ...(flag.allowNo ? [`--no-${name}`] : []),
    ...(flag.aliases ?? []).map((alias) => `--${alias}`),
    ...(flag.char ? [`-${flag.char}`] : []),
  ])
}
