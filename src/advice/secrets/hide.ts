import {isSecretName, mayHoldSecret, soundsSecret} from '#advice/secrets/names'
import {nearestOption} from '#advice/suggest/options'
import {MASK, makeMask} from '#cloud/trace/mask'
import {decodeJson, isObject, type Json} from '#json'
import {globalOptions} from '#line/global-options'
import {type Option, optionNamed, optionNames} from '#line/option-names'

/** What a command declares, as far as it shows where its secrets are: its manifest, or its class. */
export interface Declared {
  flags: Readonly<
    Record<
      string,
      Omit<Option, 'name'> & {type: 'boolean' | 'option'; helpValue?: unknown; secret?: unknown; required?: unknown}
    >
  >
  args: Readonly<Record<string, {multiple?: unknown; secret?: unknown}>>
}

/** A line, and what it is taken for. */
export interface LineReading {
  /** Places of the words that name the command. */
  used: readonly number[]
  declared: Declared | undefined
  /** Old options to those of today. */
  renamed?: Readonly<Record<string, string>>
}

/** A line without its secrets. */
export interface HiddenLine {
  words: string[]
  /** Values that must not be shown anywhere. */
  secrets: string[]
  /** Values that are hidden where they stand, and in what is stored: those of template parameters. */
  values: string[]
}

/** What a value looks like: only the part after the key or the name is hidden. */
type Form = 'whole' | 'pair' | 'header'

interface SecretOption {
  names: string[]
  takesValue: boolean
  secret: boolean
  form: Form
  /** Whether it takes a secret, or asks for one: `--password-prompt`. */
  isAboutSecret?: boolean
  required?: boolean
}

/**
 * The one place that decides what of a line is secret. By declaration where the command is known; an option that nobody
 * declares counts as what it was meant to be, or else as what it sounds like. When in doubt it is secret.
 */
export function hideSecrets(argv: readonly string[], {used, declared, renamed = {}}: LineReading): HiddenLine {
  const options = [...ownOptions(declared), ...globals()]
  const firstSecret = firstSecretArgument(declared)
  const line: HiddenLine = {words: [], secrets: [], values: []}
  /** Arguments so far, counting each word that may be one. */
  let places = 0
  let onlyArguments = false
  /** Where in the line the arguments are, and which of them may belong to the option before them. */
  const [argumentsAt, behindSecret]: [number[], number[]] = [[], []]
  const argument = (word: string, isBehindSecret = false) => {
    argumentsAt.push(line.words.length)
    if (isBehindSecret) behindSecret.push(line.words.length)
    line.words.push(places >= firstSecret ? hidden(word, 'whole', line) : plain(word, line))
    places += 1
  }
  let isBehindSecret = false
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? ''
    const wasBehindSecret = isBehindSecret
    isBehindSecret = false
    if (used.includes(at)) line.words.push(word)
    else if (onlyArguments || !isOption(word)) argument(word, wasBehindSecret)
    else if (word === '--') {
      onlyArguments = true
      line.words.push(word)
    } else {
      const {name, value, separator} = apart(word, options)
      const option = meant(name, options, renamed)
      const next = argv[at + 1]
      isBehindSecret = option?.isAboutSecret === true
      const inNext = value === undefined && next !== undefined && !used.includes(at + 1)
      if (value !== undefined) line.words.push(`${name}${separator}${optionValue(name, value, option, line)}`)
      else line.words.push(word)
      if (inNext && (option ? option.takesValue : !isOption(next))) {
        at += 1
        // Nobody knows whether an unknown option takes a value, so this may be an argument.
        const isSecretArgument = !option && places >= firstSecret
        line.words.push(isSecretArgument ? hidden(next, 'whole', line) : optionValue(name, next, option, line))
        if (!option) places += 1
      }
    }
  }
  for (const at of surplus(declared, options, line, argumentsAt, behindSecret))
    line.words[at] = hidden(line.words[at] ?? '', 'whole', line)
  return line
}

/**
 * Of a line with too many arguments, those that may be secrets: what follows an option for one, such as the rest of a
 * password with a blank, and the last ones where an option for a secret is missing.
 */
function surplus(
  declared: Declared | undefined,
  options: readonly SecretOption[],
  {words}: HiddenLine,
  argumentsAt: readonly number[],
  behindSecret: readonly number[],
): number[] {
  const args = Object.values(declared?.args ?? {})
  if (!declared || args.some(({multiple}) => multiple === true) || argumentsAt.length <= args.length) return []
  const isMissing = options.some(
    ({names, secret, required}) => secret && required && !names.some((name) => words.includes(name)),
  )
  return [...new Set([...behindSecret, ...(isMissing ? argumentsAt.slice(args.length) : [])])]
}

const isOption = (word: string): boolean => word.startsWith('-') && word !== '-' && !/^-\d+(?:\.\d+)?$/.test(word)

/** `--name=value` and `-Nvalue` as name and value. */
function apart(word: string, options: readonly SecretOption[]) {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1
  if (equals >= 0) return {name: word.slice(0, equals), value: word.slice(equals + 1), separator: '='}
  const short = word.slice(0, 2)
  const isShort = !word.startsWith('--') && word.length > 2
  return isShort && options.some(({names, takesValue}) => takesValue && names.includes(short))
    ? {name: short, value: word.slice(2), separator: ''}
    : {name: word, value: undefined, separator: ''}
}

function optionValue(name: string, value: string, option: SecretOption | undefined, line: HiddenLine): string {
  if (option ? option.secret : soundsSecret(name)) return hidden(value, option?.form ?? 'whole', line)
  return plain(value, line)
}

/** The option that a name stands for; of a beginning that several have, the one that is secret. */
function meant(
  name: string,
  options: readonly SecretOption[],
  renamed: Readonly<Record<string, string>>,
): SecretOption | undefined {
  const today = (Object.hasOwn(renamed, name) && renamed[name]) || name
  const found = optionNamed(today, options, ({names}) => names)
  if (found) return found
  if (!name.startsWith('--')) return undefined
  const beginning = options.find(({names, secret}) => secret && names.some((each) => each.startsWith(name)))
  const known = options.flatMap(({names, takesValue, secret}) =>
    names.map((each) => ({name: each, takesValue, choices: [], secret})),
  )
  const near = nearestOption(name, known)?.name
  const nearest = options.find(({names, secret}) => secret && names.some((each) => each === near))
  return beginning ?? nearest
}

function ownOptions(declared: Declared | undefined): SecretOption[] {
  return Object.entries(declared?.flags ?? {}).map(([name, flag]) => {
    return {
      names: optionNames({...flag, name}),
      takesValue: flag.type === 'option',
      // The path of a file with a secret is not one, and people need it in messages.
      secret: flag.secret === true || (flag.type === 'option' && flag.helpValue !== 'FILE' && isSecretName(name)),
      form: formOf(flag.helpValue),
      isAboutSecret: flag.secret === true || soundsSecret(name),
      required: flag.required === true,
    }
  })
}

function formOf(helpValue: unknown): Form {
  if (helpValue === 'NAME:VALUE') return 'header'
  return helpValue === 'KEY=VALUE' ? 'pair' : 'whole'
}

const globals = (): SecretOption[] =>
  globalOptions().map(({name, char, value, dest}) => ({
    names: char === undefined ? [name] : [name, `-${char}`],
    takesValue: value !== undefined,
    // The key of a profile lets whoever has it profile requests; in clouds.yaml the word means something else.
    secret: value !== undefined && (isSecretName(dest) || dest === 'profile'),
    form: 'whole',
  }))

function firstSecretArgument(declared: Declared | undefined): number {
  const args = Object.entries(declared?.args ?? {})
  const at = args.findIndex(([name, arg]) => ('secret' in arg && arg.secret === true) || isSecretName(name))
  return at < 0 ? Number.POSITIVE_INFINITY : at
}

/** What may be shown of the value of a secret option or argument. */
function hidden(value: string, form: Form, line: HiddenLine): string {
  if (form === 'header') {
    const [, name, text] = /^([\w-]+):\s*(.*)$/s.exec(value) ?? []
    if (name !== undefined && text !== undefined) {
      if (!mayHoldSecret(name)) return value
      line.secrets.push(text, ...text.split(/\s+/).slice(1))
      return `${name}: ${MASK}`
    }
  }
  const equals = form === 'pair' ? value.indexOf('=') : -1
  if (equals > 0) {
    // Heat takes `a=1;b=2` for two; a value may hold a semicolon too, so that only the first key is sure to be one.
    line.values.push(value.slice(equals + 1), ...pairs(value).map(([, part]) => part))
    plain(value, line)
    return `${value.slice(0, equals)}=${MASK}`
  }
  line.secrets.push(value, ...(secretsInJson(value) ?? []))
  return MASK
}

/** What may be shown of any other word: not the values of revealing names, passwords in addresses and tokens. */
function plain(word: string, line: HiddenLine): string {
  if (isLikeJson(word)) {
    const inside = secretsInJson(word)
    // In malformed JSON the end of a secret is unknown.
    if (inside === undefined && soundsSecret(word)) return hidden(word, 'whole', line)
    line.secrets.push(...(inside ?? []))
  }
  let shown = word
  for (const [key, value] of pairs(word)) {
    if (!isSecretName(key) && !/pass|pwd|pw$|secret|token/i.test(key)) continue
    line.secrets.push(value)
    shown = shown.replace(`${key}=${value}`, `${key}=${MASK}`)
  }
  const [, password] = /\/\/[^/\s:@]*:([^/\s@]+)@/.exec(word) ?? []
  if (password !== undefined) line.secrets.push(password)
  if (!/^gAAAA/.test(word)) return byName.text(shown)
  line.secrets.push(word)
  return MASK
}

const byName = makeMask()

/** `key=value` pairs of parameters, queries and lists. */
const pairs = (text: string): [string, string][] =>
  [...text.matchAll(/(?:^|[;&?,])([\w.-]+)=([^;&,]*)/g)].map(([, key = '', value = '']) => [key, value])

const isLikeJson = (text: string): boolean => /^\s*[[{]/.test(text)

/** What is below revealing names in JSON; undefined when it is not JSON. */
function secretsInJson(text: string): string[] | undefined {
  try {
    return isLikeJson(text) ? inJson(decodeJson(text), false) : undefined
  } catch {
    return undefined
  }
}

function inJson(value: Json | undefined, isSecret: boolean): string[] {
  if (typeof value === 'string') return isSecret ? [value] : []
  if (Array.isArray(value)) return value.flatMap((entry) => inJson(entry, isSecret))
  return isObject(value)
    ? Object.entries(value).flatMap(([key, entry]) => inJson(entry, isSecret || isSecretName(key)))
    : []
}
