import {maskExcept, secretMask} from '#advice/secrets/failure-mask'
import {secretsOf} from '#advice/secrets/read-line'
import {shellQuote} from '#advice/suggest/quote'
import type {CloudConfig} from '#cloud/config/types'
import type {RunState} from '#line/run-state'
import type {PluginIndex} from '#plugins/types'

/** What may hold secrets beside the line itself. */
export interface LineSecrets {
  globals: readonly string[]
  env: Readonly<Record<string, string | undefined>>
  config: CloudConfig | undefined
  masked: RunState['masked']
  index: PluginIndex | undefined
  /** Names that stay, though a short secret may be a part of one. */
  spared?: readonly (string | undefined)[]
}

/** A line without secrets, as failures are kept: itself where it has none, else its words, quoted again. */
export function maskedLine(line: string, words: readonly string[], sources: LineSecrets): string {
  const {globals, env, config, masked, index, spared = []} = sources
  const hidden = secretsOf([...globals, ...words], index)
  const mask = maskExcept([config?.name, ...spared], secretMask({line: hidden, env, config, masked}))
  const shown = hidden.words.slice(globals.length).map(mask)
  return shown.every((word, at) => word === words[at]) ? line : shown.map(shellQuote).join(' ')
}
