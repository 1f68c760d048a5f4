import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {readRemedy} from '#advice/remedies/read-remedy'
import {type Finding, knownCodes, knownCommands, type LintedPlugin, type Rule} from '#authoring/rules/rule'
import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '#json'
import {leadingWords} from '#line/words'
import {shareSdk} from '#plugins/share-sdk'

/** The module that `osc.help` names: what it says of sessions, states and remedies is about commands and codes that are there. */
export const helpModule: Rule = async (plugin) => {
  const file = asText(asObject(plugin.packageJson.osc).help)
  if (file === undefined) return []
  const finding = (message: string): Finding => ({where: file, message})
  const help = await exported(join(plugin.root, file))
  if (typeof help === 'string') return [finding(help)]
  const {about, session, nouns, remedies} = help
  return [
    ...(/^\S.*\.$/s.test(asText(about) ?? '') ? [] : ['about must be a sentence that describes the service.']),
    ...sessionProblems(asArray(session), plugin),
    ...stateProblems(asObject(nouns), plugin),
    ...asArray(remedies).flatMap((entry) => remedyProblems(entry, knownCodes(plugin))),
  ].map(finding)
}

/** What it exports, or why that is nothing. */
async function exported(file: string): Promise<JsonObject | string> {
  try {
    shareSdk()
    const {default: help} = (await import(pathToFileURL(file).href)) as {default?: unknown}
    return isObject(help) ? help : 'The module does not export an object (PluginHelp) as default.'
  } catch (error) {
    return `The module does not load: ${error instanceof Error ? error.message : error}`
  }
}

function sessionProblems(steps: readonly Json[], plugin: LintedPlugin): string[] {
  const known = [...knownCommands(plugin)]
  const lines = steps.map((step) => asText(asObject(step).command) ?? '')
  const strange = lines.filter((line) => {
    const words = leadingWords(line.split(/\s+/).slice(1)).map(({text}) => text)
    return !known.some((id) => `${words.join(' ')} `.startsWith(`${id} `))
  })
  return [
    ...(lines.length >= 3 && lines.length <= 6 ? [] : ['session must have 3 to 6 lines.']),
    ...strange.map((line) => `The session contains '${line}', which is not a command.`),
  ]
}

function stateProblems(nouns: JsonObject, plugin: LintedPlugin): string[] {
  const known = knownCommands(plugin)
  return Object.entries(nouns).flatMap(([noun, nounHelp]) => {
    const verbs = asArray(asObject(nounHelp).states).flatMap((state) => asArray(asObject(state).verbs).map(String))
    const missing = [...new Set(verbs)].filter((verb) => !known.has(`${noun} ${verb}`))
    const unused = Object.keys(asObject(asObject(nounHelp).lines)).filter((verb) => !verbs.includes(verb))
    return [
      ...missing.map((verb) => `A state of ${noun} names the verb '${verb}', but '${noun} ${verb}' is not a command.`),
      ...unused.map((verb) => `The lines of ${noun} have the verb '${verb}', but none of its states names it.`),
    ]
  })
}

/** Codes of which only some stand in the table: statuses, and what Node calls a failed connection. */
const FAMILY = /^(?:Http[1-5]\d\d|E[A-Z]+|[A-Z]+(?:_[A-Z]+)+)$/

function remedyProblems(entry: Json, codes: ReadonlySet<string>): string[] {
  const [remedy] = readRemedy(entry)
  if (!remedy)
    return [`A remedy does not have a code, or its pattern is not valid: ${JSON.stringify(asObject(entry).when)}`]
  const strange = [remedy.when.code].flat().filter((code) => !codes.has(code) && !FAMILY.test(code))
  return strange.map((code) => `A remedy names '${code}', which is not an error code.`)
}
