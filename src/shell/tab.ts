import {type Candidate, complete} from '#completion/candidates'
import {type CompletionRuntime, currentTable, withNames} from '#completion/look-up'
import {refreshCompletion} from '#completion/refresh'
import {refreshNames} from '#completion/refresh-names'
import {readLine, type ShellLine} from '#completion/shell-line'
import {sanitize} from '#output/sanitize'
import type {Runtime} from '#runtime'
import {fileNames} from '#shell/file-names'
import {commonBeginning, quotedRest} from '#shell/insert'
import {layOut} from '#shell/layout'
import type {Help} from '#shell/prompt-line'

/** What may be at the end of a line. */
export interface Offer {
  line: ShellLine
  /** Words before the one that is typed, global options of the shell in front. */
  words: readonly string[]
  /** Names of the cloud first. */
  candidates: readonly Candidate[]
  /** The noun whose names belong there. */
  noun: string | undefined
  /** How many names of it are known, fitting or not. */
  known: number
}

/** The same candidates as `osc __complete` gives to a shell. */
export async function offerFor(text: string, globals: readonly string[], runtime: Runtime): Promise<Offer | undefined> {
  const line = readLine(text, '')
  const typed = /^(?:osc|openstack)$/.test(line.words[0] ?? '') ? line.words.slice(1) : line.words
  const words = [...globals, ...typed]
  const completion = completionRuntime(runtime)
  const table = await currentTable(completion)
  if (!table) return undefined
  let noun: string | undefined
  let names: readonly Candidate[] = []
  const found = await withNames(
    (namesOf) =>
      complete(words, line.current, table, (requested) => {
        noun = requested
        names = namesOf(requested)
        return names
      }),
    words,
    completion,
  )
  const offered = found.files && found.candidates.length === 0 ? fileNames(line.current, runtime.cwd) : found.candidates
  const safe = offered.filter(({value}) => sanitize(value) === value && !/[\n\t]/.test(value))
  const isName = new Set(names.map(({value}) => value))
  const candidates = [...safe.filter(({value}) => isName.has(value)), ...safe.filter(({value}) => !isName.has(value))]
  return {line, words, candidates, noun, known: names.length}
}

function completionRuntime({root, coreRoot, cacheDir, env, cwd, options}: Runtime): CompletionRuntime {
  const uncached = options.no_cache === true ? {...env, OSC_NO_CACHE: '1'} : env
  return {root, coreRoot, cacheDir, env: uncached, cwd, core: async () => ({refreshCompletion, refreshNames})}
}

/** What Tab does with an offer on a terminal of this size. */
export function helpWith({line, candidates}: Offer, width: number, height: number): Help {
  const common = commonBeginning(candidates.map(({value}) => value))
  const rest = quotedRest(common.slice(line.current.length), line)
  if (candidates.length === 1) return {insert: `${rest}${/[/=]$/.test(common) ? '' : `${line.quote} `}`}
  return rest === '' && candidates.length > 1 ? {show: layOut(candidates, width, height)} : {insert: rest}
}
