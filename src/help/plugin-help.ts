import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {readRemedy} from '#advice/remedies/read-remedy'
import {readRegular} from '#files/regular-file'
import type {NounHelp, PluginHelp, VerbLine} from '#help/declare'
import {asArray, asObject, asText, isObject, type Json} from '#json'
import {guardedly} from '#plugins/hook-guard'
import {shareSdk} from '#plugins/share-sdk'
import type {IndexedPlugin} from '#plugins/types'

/** A plugin that takes longer than this to say what it is for goes without. */
const PATIENCE_MS = 1000

/**
 * What a plugin declares in the module that package.json names under `osc.help`. Whatever is wrong with it costs that
 * part of the page only: undefined then, and the page is made from the manifest alone.
 */
export async function pluginHelp(plugin: IndexedPlugin): Promise<PluginHelp | undefined> {
  try {
    if (plugin.kind === 'core') return (await import('#help/core-help')).default
    const file = helpFile(plugin)
    if (file === undefined) return undefined
    shareSdk()
    return decode(
      await guardedly(
        () => inTime(import(pathToFileURL(file).href)),
        () => {},
      ),
    )
  } catch {
    return undefined
  }
}

function helpFile({root}: IndexedPlugin): string | undefined {
  const {osc} = asObject(JSON.parse(readRegular(join(root, 'package.json'))))
  const path = asText(asObject(osc).help)
  return path === undefined ? undefined : join(root, path)
}

async function inTime(loading: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS)
  })
  try {
    return await Promise.race([loading, late])
  } finally {
    clearTimeout(timer)
  }
}

function decode(module: unknown): PluginHelp | undefined {
  const exported = typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined
  if (!isObject(exported)) return undefined
  const {about, session, related, nouns, remedies} = exported
  return {
    about: asText(about) ?? '',
    session: asArray(session).flatMap((step) => {
      const {command, description} = asObject(step)
      return typeof command === 'string' ? [{command, description: asText(description) ?? ''}] : []
    }),
    related: texts(related),
    nouns: Object.fromEntries(Object.entries(asObject(nouns)).map(([name, noun]) => [name, nounHelp(asObject(noun))])),
    remedies: asArray(remedies).flatMap(readRemedy),
  }
}

const nounHelp = ({about, states, verbs, lines}: Record<string, Json | undefined>): NounHelp => ({
  about: asText(about) ?? '',
  verbs: texts(verbs),
  states: asArray(states).flatMap((entry) => {
    const {state, about: meaning, verbs, also} = asObject(entry)
    if (typeof state !== 'string') return []
    return [{state, verbs: texts(verbs), also: texts(also), ...(typeof meaning === 'string' ? {about: meaning} : {})}]
  }),
  lines: Object.fromEntries(Object.entries(asObject(lines)).map(([verb, line]) => [verb, verbLine(asObject(line))])),
})

function verbLine({line, when}: Record<string, Json | undefined>): VerbLine {
  const conditions = Object.entries(asObject(when)).flatMap(([field, pattern]) =>
    typeof pattern === 'string' ? [[field, pattern]] : [],
  )
  return {...(typeof line === 'string' ? {line} : {}), when: Object.fromEntries(conditions)}
}

const texts = (value: Json | undefined): string[] => asArray(value).filter((item) => typeof item === 'string')
