import {maskedArgv, recordMask, sparing} from '#advice/failures/mask'
import {shellQuote} from '#advice/suggest/quote'
import {masked as maskedValue} from '#advice/suggest/secrets'
import type {CloudConfig} from '#cloud/config/types'
import type {Situation} from '#line/situation'

/** What may hold secrets beside the line itself. */
export interface Around {
  globals: readonly string[]
  env: Readonly<Record<string, string | undefined>>
  config: CloudConfig | undefined
  masked: Situation['masked']
  /** Names that stay, though a short secret may be a part of one. */
  spared?: readonly (string | undefined)[]
}

/** A line without secrets, as failures are kept: itself where it has none, else its words, quoted anew. */
export function maskedLine(line: string, words: readonly string[], around: Around): string {
  const {globals, env, config, masked, spared = []} = around
  const known = recordMask({argv: [...globals, ...words], env, config, masked})
  const shown = maskedArgv(words, sparing([config?.name, ...spared], known)).map(maskedValue)
  return shown.every((word, at) => word === words[at]) ? line : shown.map(shellQuote).join(' ')
}
