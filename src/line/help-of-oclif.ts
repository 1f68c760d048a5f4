import type {Config} from '@oclif/core/interfaces'
import {asObject, decodeJson} from '#json'
import {helpChoice, splitFormat} from '#line/help-choice'
import {helpOn} from '#line/help-on'
import {splitLine} from '#line/split'
import {coreRoot} from '#main'
import {createSink} from '#output/sink'
import {indexOf} from '#plugins/merge'
import {readPlugin} from '#plugins/read-plugin'
import {Reading} from '#plugins/reading'
import type {PluginIndex, PluginKind} from '#plugins/types'
import {cacheDirOf} from '#process'

/**
 * Shows osc's page for a line that oclif asks help for: of the command, noun, namespace or topic that it begins with. False
 * when it begins with nothing that osc knows from the manifests of the program's plugins.
 */
export async function helpOfOclif(
  argv: readonly string[],
  config: Config,
  {all, stream}: {all: boolean; stream: NodeJS.WriteStream},
): Promise<boolean> {
  const {options, rest} = splitLine(argv)
  const {format, rest: line} = splitFormat(rest)
  const end = line.findIndex((word) => word.startsWith('-'))
  const words = (end < 0 ? line : line.slice(0, end)).flatMap((word) => word.split(':'))
  const index = indexOfProgram(config)
  const {env} = process
  const place = {stdout: createSink(stream), coreRoot: coreRoot(), cwd: process.cwd(), cacheDir: cacheDirOf(env)}
  const runtime = {...place, program: config.bin, env, options}
  const choice = {all, format, short: options.help === true && helpChoice(argv).short}
  for (let length = words.length; length > 0; length -= 1)
    if ((await helpOn(words.slice(0, length), runtime, index, choice)) !== undefined) return true
  return words.length === 0 && (await helpOn([], runtime, index, choice)) !== undefined
}

/** The program's plugins as osc's pages want them. One without a usable manifest is left to oclif. */
function indexOfProgram(config: Config): PluginIndex {
  return indexOf(
    [...config.plugins.values()].flatMap(({name, root, type, pjson}) => {
      try {
        const kind = name === '@osc-cli/core' ? 'core' : (KINDS[type] ?? 'bundled')
        return [readPlugin({name, root, kind}, asObject(decodeJson(JSON.stringify(pjson))), new Reading())]
      } catch {
        return []
      }
    }),
  )
}

const KINDS: Readonly<Record<string, PluginKind>> = {user: 'user', link: 'link'}
