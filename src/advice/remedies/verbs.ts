import {destructiveVerb} from '#advice/destructive'
import {commandLine} from '#advice/remedies/command-line'
import {fillCommand} from '#advice/remedies/fill'
import type {PluginHelp} from '#help/declare'
import {asText, type Json, type JsonObject} from '#json'
import type {PluginIndex} from '#plugins/types'

const MOST = 3
/** Verbs that change a resource and need options to say how. */
const NEED_MORE = ['adopt', 'create', 'resize', 'set', 'update']
/** Verbs that interrupt what runs, or replace it. */
const INTERRUPT = ['pause', 'reboot', 'rebuild', 'rescue', 'shelve', 'stop', 'suspend']
const UNSAFE = new Set([...NEED_MORE, ...INTERRUPT])

/** Whether a verb can be suggested as a whole line: it takes nothing away, interrupts nothing, and needs only the name. */
export const isSafeVerb = (verb: string): boolean =>
  destructiveVerb(verb) === undefined && !verb.split(' ').some((word) => UNSAFE.has(word))

/** The verbs that a plugin declares for a noun in a state; none where either is unknown. Case does not matter. */
export function verbsIn(
  help: PluginHelp | undefined,
  noun: string | undefined,
  state: string | undefined,
): readonly string[] {
  if (noun === undefined || state === undefined) return []
  const states = help?.nouns?.[noun]?.states ?? []
  const found = states.find(({state: name, also = []}) =>
    [name, ...also].some((each) => each.toLowerCase() === state.toLowerCase()),
  )
  return found?.verbs.filter((verb) => verb !== 'show').slice(0, MOST) ?? []
}

/** The noun whose states apply: that of `server resize revert` is `server`. */
export function nounWithStates(help: PluginHelp | undefined, noun: string | undefined): string | undefined {
  const words = noun?.split(' ') ?? []
  const shorter = words.map((_, at) => words.slice(0, words.length - at).join(' '))
  return shorter.find((name) => help?.nouns?.[name]) ?? noun
}

/** A resource, as far as it is known. */
export interface Subject {
  noun: string
  /** What it is called by on a line. */
  name: string | undefined
  record: JsonObject
}

/** The lines of those verbs that can be suggested: whole, and as far as is known they will work. */
export const verbLines = (
  verbs: readonly string[],
  subject: Subject,
  help: PluginHelp | undefined,
  index: PluginIndex | undefined,
): string[] => verbs.filter(isSafeVerb).flatMap((verb) => verbLine(verb, subject, help, index) ?? [])

function verbLine(
  verb: string,
  {noun, name, record}: Subject,
  help: PluginHelp | undefined,
  index: PluginIndex | undefined,
): string | undefined {
  const {line, when = {}} = help?.nouns?.[noun]?.lines?.[verb] ?? {}
  if (!Object.entries(when).every(([field, pattern]) => new RegExp(pattern).test(fieldText(record[field]))))
    return undefined
  if (line === undefined) return commandLine(`${noun} ${verb}`, name, index)
  const texts = Object.entries(record).map(([field, value]) => [field, asText(value)] as const)
  return fillCommand(line, {...Object.fromEntries(texts), name})
}

const fieldText = (value: Json | undefined): string => asText(value) ?? JSON.stringify(value) ?? ''
