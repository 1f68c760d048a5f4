import {UsageError} from '#errors'
import {type GlobalOption, globalOptions} from '#line/global-options'

/** A line taken apart: global options by their `dest`, switches as true, and what is the command's business. */
export interface SplitLine {
  options: Record<string, string | true>
  /** How often -v was given, less than zero for -q. */
  verbosity: number
  /** Words and options of the command, in order; a `--` and what follows stay. */
  rest: string[]
}

/** The option names that the command itself declares, with dashes: they win over a global option's abbreviation. */
type Claimed = (name: string) => boolean

/**
 * Takes the global options out of a line, wherever they are. As in argparse `--name=value`, `--name value` and a
 * unique beginning of a name (`--os-cl devcloud`) are understood, and nothing after `--` is touched.
 */
export function splitLine(argv: readonly string[], claimed: Claimed = () => false): SplitLine {
  const line: SplitLine = {options: {}, verbosity: 0, rest: []}
  const words = [...argv]
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--') {
      line.rest.push(word, ...words)
      break
    }
    const equals = word.startsWith('--') ? word.indexOf('=') : -1
    const name = equals < 0 ? word : word.slice(0, equals)
    const option = findGlobal(name, claimed)
    if (!option) {
      if (!takeShortCluster(word, line)) line.rest.push(word)
    } else if (option.value === undefined) {
      if (equals >= 0) throw new UsageError(`Option ${option.name} does not take a value: '${word}'.`)
      turnOn(option, line)
    } else {
      const value = equals < 0 ? words.shift() : word.slice(equals + 1)
      line.options[option.dest] = checked(option, value)
    }
  }
  return line
}

export function findGlobal(name: string, claimed: Claimed): GlobalOption | undefined {
  if (!name.startsWith('-') || name === '-') return undefined
  if (claimed(name)) return undefined
  const all = globalOptions()
  if (!name.startsWith('--')) return all.find((option) => option.char && name === `-${option.char}`)
  const exact = all.find((option) => option.name === name)
  if (exact || name.length < 4) return exact
  const candidates = all.filter((option) => option.name.startsWith(name))
  const dests = new Set(candidates.map((option) => option.dest))
  if (dests.size <= 1) return candidates[0]
  // Several global options, but perhaps the command has one that is meant: it is asked later, and complains there.
  if (!name.startsWith('--os-')) return undefined
  const names = candidates.map((option) => option.name)
  throw new UsageError(
    `Option ${name} is ambiguous. It matches ${names.slice(0, 6).join(', ')}${names.length > 6 ? ', ...' : ''}.`,
    {
      hint: 'Use the full name of the option.',
    },
  )
}

/** `-vv`, `-vq`: a cluster of global switches. */
function takeShortCluster(word: string, line: SplitLine): boolean {
  if (!/^-[vqh]{2,}$/.test(word)) return false
  for (const char of word.slice(1)) {
    const option = globalOptions().find((candidate) => candidate.char === char)
    if (option) turnOn(option, line)
  }
  return true
}

function turnOn(option: GlobalOption, line: SplitLine): void {
  line.options[option.dest] = true
  if (option.dest === 'verbose') line.verbosity += 1
  if (option.dest === 'quiet') line.verbosity = -1
}

function checked(option: GlobalOption, value: string | undefined): string {
  if (value === undefined) throw new UsageError(`Option ${option.name} requires a value (${option.value}).`)
  if (option.choices && !option.choices.includes(value)) {
    throw new UsageError(`Option ${option.name} cannot be '${value}'.`, {
      hint: `Choose from ${option.choices.join(', ')}.`,
    })
  }
  return value
}
