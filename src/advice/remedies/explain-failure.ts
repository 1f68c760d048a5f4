import {adviceOnAny} from '#advice/remedies/advice'
import {asCalled} from '#advice/remedies/as-called'
import {chooseRemedy, MOST_NEXT} from '#advice/remedies/choose'
import {commandLine, commandOf} from '#advice/remedies/command-line'
import {CORE_REMEDIES} from '#advice/remedies/core-remedies'
import {evidenceOf} from '#advice/remedies/evidence'
import {factsOf, httpErrorIn} from '#advice/remedies/facts'
import type {FromContext} from '#advice/remedies/from-context'
import {noteOf, unreadable} from '#advice/remedies/note'
import type {Facts, Failure} from '#advice/remedies/types'
import {nounWithStates, verbLines, verbsIn} from '#advice/remedies/verbs'
import {policyHint} from '#cloud/http/failure-policy'
import {OscError, PolicyError} from '#errors'
import type {PluginHelp} from '#help/declare'
import type {CommandFacts} from '#help/facts'
import {pluginHelp} from '#help/plugin-help'
import type {RunState} from '#line/run-state'
import {sanitize} from '#output/sanitize'
import type {PluginIndex} from '#plugins/types'
import {homeOf} from '#process'

export interface Failed {
  /** Masked. */
  argv: readonly string[]
  program: string
  state: RunState
  env: Readonly<Record<string, string | undefined>>
  cwd: string
  cacheDir: string
  /** Warnings of the configuration were shown. */
  warned: boolean
}

/** An error with its cause, what there is to show for it, and what to do next. Sends no request; never throws. */
export async function explainFailure(error: unknown, failed: Failed): Promise<{failure: Failure; facts: Facts}> {
  const {state, argv, program} = failed
  const http = httpErrorIn(error)
  const code = error instanceof OscError ? error.code : 'Fault'
  const message = error instanceof Error ? error.message : String(error)
  const symptom = {code, message, service: http?.failure.service, command: state.command}
  const help = state.plugin && (await pluginHelp(state.plugin))
  const {command = '', index} = state
  const declared = index && commandOf(command, index)
  const fromCommand = factsOf(error, {
    argv,
    program,
    command: state.command,
    declared,
    config: state.config?.(),
    pluginName: pluginName(state),
  })
  const known =
    fromCommand.state === undefined ? fromCommand : {...fromCommand, noun: nounWithStates(help, fromCommand.noun)}
  // Not again what was refused.
  const verbs = verbsIn(help, known.noun, known.state).filter((verb) => `${known.noun} ${verb}` !== command)
  const found = await contextFacts(code, message, known, failed, declared)
  const facts: Facts = {
    ...known,
    ...found.facts,
    verbs: verbs.join(', ') || undefined,
    ...linesOf(known, help, verbs, command, index),
  }
  const own = linesIn(error, program)
  const hint = error instanceof OscError ? (error.hint ?? '') : ''
  const advice = await adviceOnAny(code, state)
  const {cause, fix, next} = chooseRemedy([...(help?.remedies ?? []), ...advice, ...CORE_REMEDIES], symptom, facts)
  const failure = {
    code,
    exitStatus: error instanceof OscError ? error.exitCode : 1,
    message: sanitize(message),
    cause: sanitize(cause || asCalled(hint, {program, withCloud: known.program, index})),
    fix: sanitized(fix ?? ownFix(error, declared)),
    // One command, one line: what a server says cannot add another one.
    next: [...new Set([...own, ...next])].slice(0, MOST_NEXT).map((line) => sanitize(line).replaceAll('\n', ' ')),
    context: sanitized(found.notes.join(' ') || undefined),
    evidence: evidenceOf(http, facts.state),
    note: (failed.warned ? undefined : unreadable(code, state)) ?? noteOf(facts),
  }
  return {failure, facts}
}

/** A refusal by policy, with the roles that the command declares. */
const ownFix = (error: unknown, declared: CommandFacts | undefined): string | undefined =>
  error instanceof PolicyError
    ? policyHint(error.rule, error.failure.service, error.failure.caller, declared?.roles)
    : undefined

/** The lines that list and show what the failed one was about, and those of the verbs. */
function linesOf(
  {noun, name}: Facts,
  help: PluginHelp | undefined,
  verbs: readonly string[],
  failed: string,
  index: PluginIndex | undefined,
): Facts {
  const [verb_line, verb_line2, verb_line3] =
    noun === undefined ? [] : verbLines(verbs, {noun, name, record: {}}, help, index)
  return {
    list_line: listLine(noun, name, failed, index),
    show_line: noun === undefined || name === undefined ? undefined : commandLine(`${noun} show`, name, index),
    verb_line,
    verb_line2,
    verb_line3,
  }
}

/** The list of a noun or, where it has none or that is what failed, of what it is in: `stack list` for `stack hook`. */
function listLine(
  noun = '',
  name: string | undefined,
  failed: string,
  index: PluginIndex | undefined,
): string | undefined {
  for (let words = noun; words !== ''; words = words.replace(/ ?\S+$/, '')) {
    const line = commandLine(`${words} list`, words === noun ? name : undefined, index)
    if (line !== undefined && failed !== `${words} list`) return line
  }
  return undefined
}

const sanitized = (text: string | undefined): string | undefined => (text === undefined ? undefined : sanitize(text))

/** The indented lines of a hint are command lines: each of several things, what may have been meant. */
const linesIn = (error: unknown, program: string): string[] =>
  error instanceof OscError
    ? (error.hint?.match(/^ {2}\S.*$/gm) ?? [])
        .map((line) => line.trim())
        .filter((line) => line.startsWith(`${program} `))
    : []

function pluginName({plugin}: RunState): string | undefined {
  return plugin && !['core', 'bundled'].includes(plugin.kind) ? `${plugin.name} ${plugin.version}` : undefined
}

/** What the cache says of it; nothing where the files have changed meanwhile, or are broken. */
async function contextFacts(
  code: string,
  message: string,
  facts: Facts,
  {state, ...failed}: Failed,
  declared: CommandFacts | undefined,
): Promise<FromContext> {
  const config = state.config?.()
  if (!config) return {facts: {}, notes: []}
  const {argv, env, cwd, cacheDir} = failed
  const place = {cacheDir, useCache: !argv.includes('--no-cache') && !env.OSC_NO_CACHE}
  try {
    const [{fromContext}, {contextOf}, {otherClouds}] = await Promise.all([
      import('#advice/remedies/from-context'),
      import('#context/read'),
      import('#advice/remedies/other-cloud'),
    ])
    const others = () => otherClouds(config, {options: {}, env, cwd, home: homeOf(env)}, place)
    return await fromContext({code, message, facts, argv, declared, config, context: contextOf(config, place), others})
  } catch {
    return {facts: {}, notes: []}
  }
}
