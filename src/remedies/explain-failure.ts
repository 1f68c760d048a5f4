import {isPassedOver} from '#cloud/config/read-file'
import {usualRole} from '#cloud/http/failure-policy'
import {type HttpError, OscError, PolicyError} from '#errors'
import {type CommandFacts, commandFacts} from '#help/facts'
import {pluginHelp} from '#help/plugin-help'
import type {Situation} from '#line/situation'
import {sanitize} from '#output/sanitize'
import {homeOf} from '#process'
import {adviceOnAny} from '#remedies/advice'
import {chooseRemedy, MOST_NEXT} from '#remedies/choose'
import {CORE_REMEDIES} from '#remedies/core-remedies'
import {factsOf, httpErrorIn} from '#remedies/facts'
import type {Evidence, Facts, Failure} from '#remedies/types'
import {verbsIn} from '#remedies/verbs'

export interface Failed {
  /** Masked. */
  argv: readonly string[]
  program: string
  situation: Situation
  env: Readonly<Record<string, string | undefined>>
  cwd: string
  /** Warnings of the configuration were shown. */
  warned: boolean
}

/** An error with its cause, what there is to show for it, and what to do next. Asks nobody; never throws. */
export async function explainFailure(error: unknown, failed: Failed): Promise<{failure: Failure; facts: Facts}> {
  const {situation, argv, program} = failed
  const http = httpErrorIn(error)
  const code = error instanceof OscError ? error.code : 'Fault'
  const message = error instanceof Error ? error.message : String(error)
  const symptom = {code, message, service: http?.failure.service, command: situation.command}
  const help = situation.plugin && (await pluginHelp(situation.plugin))
  const declared = factsOfCommand(situation)
  const known = factsOf(error, {
    argv,
    program,
    command: situation.command,
    flags: declared?.flags,
    config: situation.config?.(),
    pluginName: pluginName(situation),
    switchTo: await switchTo(error, failed),
  })
  const verbs = verbsIn(help, known.noun, known.state)
  const facts: Facts = {
    ...known,
    verbs: verbs.join(', ') || undefined,
    verb: verbs[0],
    verb2: verbs[1],
    verb3: verbs[2],
  }
  const own = linesIn(error, program)
  const advice = await adviceOnAny(code, situation)
  const {cause, fix, next} = chooseRemedy([...(help?.remedies ?? []), ...advice, ...CORE_REMEDIES], symptom, facts)
  const failure = {
    code,
    exitStatus: error instanceof OscError ? error.exitCode : 1,
    message: sanitize(message),
    cause: sanitize(cause || (error instanceof OscError ? (error.hint ?? '') : '')),
    fix: fix === undefined ? undefined : sanitize(fix),
    // One command, one line: what a server says cannot add another one.
    next: [...new Set([...own, ...next])].slice(0, MOST_NEXT).map((line) => sanitize(line).replaceAll('\n', ' ')),
    evidence: evidenceOf(http, facts.state),
    note: (failed.warned ? undefined : unreadable(code, situation)) ?? noteOf(facts),
  }
  return {failure, facts}
}

/** The indented lines of a hint are command lines: each of several things, what may have been meant. */
const linesIn = (error: unknown, program: string): string[] =>
  error instanceof OscError
    ? (error.hint?.match(/^ {2}\S.*$/gm) ?? [])
        .map((line) => line.trim())
        .filter((line) => line.startsWith(`${program} `))
    : []

/** Files whose secrets are missing now. In a pipe nobody was told of them. */
function unreadable(code: string, {config}: Situation): string | undefined {
  if (code !== 'MissingParameter' && code !== 'WrongPassword') return undefined
  return config?.()?.warnings.filter(isPassedOver).join(' ') || undefined
}

/** What the message and its hint cannot know: the setting of the address, the state and what it allows. */
function noteOf({setter, state, verbs, noun}: Facts): string | undefined {
  if (setter) return `${setter.replace('; it is', 'The address is')}.`
  if (state === undefined) return undefined
  return `It is in the state ${state}${verbs === undefined ? '' : `; now there are: ${noun} ${verbs}`}.`
}

function evidenceOf(http: HttpError | undefined, state: string | undefined): Evidence {
  if (!http) return {}
  const {status, method, url, requestId, service} = http.failure
  const rule = http instanceof PolicyError ? http.rule : undefined
  const all = {status, method, url: withoutQuery(url), requestId, service, rule, state}
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** A query may hold a signature or a key. */
const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//')

function pluginName({plugin}: Situation): string | undefined {
  return plugin && !['core', 'bundled'].includes(plugin.kind) ? `${plugin.name} ${plugin.version}` : undefined
}

/** The manifest may be what is broken. */
function factsOfCommand({command, index}: Situation): CommandFacts | undefined {
  try {
    return command === undefined || !index ? undefined : commandFacts(command, index)?.command
  } catch {
    return undefined
  }
}

async function switchTo(error: unknown, {situation, env, cwd}: Failed): Promise<string | undefined> {
  const config = situation.config?.()
  if (!(error instanceof PolicyError) || !config) return undefined
  const {service, caller} = error.failure
  const role = usualRole(error.rule, service, caller?.roles ?? [])
  try {
    const {cloudWithRole} = await import('#remedies/other-cloud')
    return await cloudWithRole(role, config, {options: {}, env, cwd, home: homeOf(env)})
  } catch {
    // The files have changed meanwhile, or are broken: then there is no such advice.
    return undefined
  }
}
