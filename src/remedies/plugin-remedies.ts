import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {asArray, asObject, asText, decodeJson, isObject, type Json} from '#json'
import type {IndexedPlugin} from '#plugins/types'
import type {Remedy} from '#remedies/types'
import type {States} from '#remedies/verbs'

/** What a plugin declares for the time after a command: the module that `osc.remedies` of its package.json names. */
export interface Declared {
  remedies: readonly Remedy[]
  states: States
}

const NOTHING: Declared = {remedies: [], states: {}}

/** Milliseconds that a plugin's module may take to load. */
const PATIENCE = 300

/** A plugin's declarations; nothing where it has none, throws, is too slow, or declares what is no remedy. */
export async function declaredBy(plugin: IndexedPlugin | undefined): Promise<Declared> {
  if (!plugin || plugin.foreign || plugin.kind === 'core') return NOTHING
  try {
    const file = declaredFile(plugin.root)
    if (file === undefined) return NOTHING
    const loaded: unknown = await Promise.race([import(pathToFileURL(file).href), late()])
    return decode(loaded)
  } catch {
    return NOTHING
  }
}

function declaredFile(root: string): string | undefined {
  const manifest = decodeJson(readFileSync(join(root, 'package.json'), 'utf8'))
  const path = asText(asObject(asObject(manifest).osc).remedies)
  return path === undefined ? undefined : join(root, path)
}

function late(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), PATIENCE).unref()
  })
}

function decode(loaded: unknown): Declared {
  if (typeof loaded !== 'object' || loaded === null) return NOTHING
  const {remedies, states} = loaded as {remedies?: Json; states?: Json}
  return {remedies: asArray(remedies).flatMap(readRemedy), states: readStates(states)}
}

function readRemedy(entry: Json): Remedy[] {
  const {when, cause, next} = asObject(entry)
  const {code, service, command, message} = asObject(when)
  const codes = typeof code === 'string' ? [code] : texts(code)
  if (codes.length === 0 || !isPattern(message)) return []
  const only = Object.entries({service, command, message}).filter(([, value]) => typeof value === 'string')
  const told = typeof cause === 'string' ? {cause} : {}
  return [{when: {code: codes, ...Object.fromEntries(only)}, ...told, next: texts(next)}]
}

function readStates(value: Json | undefined): States {
  const nouns = Object.entries(asObject(value)).flatMap(([noun, states]) =>
    isObject(states)
      ? [[noun, Object.fromEntries(Object.entries(states).map(([state, verbs]) => [state, texts(verbs)]))] as const]
      : [],
  )
  return Object.fromEntries(nouns)
}

const texts = (value: Json | undefined): string[] => asArray(value).flatMap((entry) => asText(entry) ?? [])

function isPattern(message: Json | undefined): boolean {
  try {
    return message === undefined || (typeof message === 'string' && new RegExp(message) instanceof RegExp)
  } catch {
    return false
  }
}
