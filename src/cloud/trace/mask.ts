import {isSecretHeader} from '#cloud/http/headers'

/** Stands where a secret was. */
export const MASK = '***'

/** Hides secrets in text: values that were registered, in every form they take on the way, and whatever has a revealing name. */
export interface Mask {
  /** Never show this value again. Values under three characters would hide half of every text, and are left. */
  add(value: string): void
  text(text: string): string
  /** The same for a body, which may be YAML or contain it: a definition, a template. In a sentence, `token: ` says too little. */
  body(text: string): string
  /** The value of a header as it may be shown. */
  header(name: string, value: string): string
}

/** Characters of one pattern: much larger ones are not compiled. */
const LARGEST_PATTERN = 10_000

export function makeMask(): Mask {
  const values = new Set<string>()
  const forms = new Set<string>()
  let patterns: readonly (RegExp | string)[] | undefined
  const known = () => {
    patterns ??= patternsOf(forms)
    return patterns
  }
  const text = (plain: string) => byName(known().reduce<string>((part, form) => part.replaceAll(form, MASK), plain))
  return {
    text,
    body: (plain) => text(plain).replace(YAML_VALUE, (_, key: string, quote = '') => `${key}${quote}${MASK}${quote}`),
    add(value) {
      // The token is in every request.
      if (value.length < 3 || values.has(value)) return
      values.add(value)
      for (const form of formsOf(value)) forms.add(form)
      patterns = undefined
    },
    header: (name, value) => (isSecretHeader(name.toLowerCase()) ? MASK : text(value)),
  }
}

/** What finds the forms, the longest first; a form too long for a pattern is looked for as it is. */
function patternsOf(forms: Iterable<string>): (RegExp | string)[] {
  const patterns: (RegExp | string)[] = []
  let open: string[] = []
  let size = 0
  const close = () => {
    if (open.length > 0) patterns.push(new RegExp(open.join('|'), 'g'))
    open = []
    size = 0
  }
  for (const form of [...forms].sort((a, b) => b.length - a.length)) {
    if (form.length > LARGEST_PATTERN) {
      patterns.push(form)
      continue
    }
    if (size + form.length > LARGEST_PATTERN) close()
    open.push(escaped(form))
    size += form.length
  }
  close()
  return patterns
}

/** A value as itself, inside JSON (also JSON inside JSON inside JSON), URLs, forms, base64 and hex. */
function formsOf(value: string): string[] {
  const json = jsonForms(value)
  const nested = json.flatMap(jsonForms)
  const hex = Buffer.from(value).toString('hex')
  return [
    ...[value, ...json, ...nested, ...nested.flatMap(jsonForms)],
    ...urlForms(value),
    ...base64Forms(value),
    ...[hex, hex.toUpperCase()],
  ]
}

/** JavaScript's way, and Python's, which writes everything in ASCII. */
function jsonForms(value: string): string[] {
  const inside = JSON.stringify(value).slice(1, -1)
  const ascii = inside.replace(/[^\x00-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return [inside, ascii, inside.replaceAll('/', '\\/')]
}

function urlForms(value: string): string[] {
  if (!value.isWellFormed()) return []
  const strict = encodeURIComponent(value).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const all = [encodeURIComponent(value), strict, encodeURI(value), strict.replaceAll('%2F', '/')]
  const withPlus = all.map((form) => form.replaceAll('%20', '+'))
  return [...all, ...withPlus].flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())])
}

/** Alone, and as part of a longer text at each of the three places that a byte can have in base64's groups. */
function base64Forms(value: string): string[] {
  const bytes = Buffer.from(value)
  const inside = [0, 1, 2].map((offset) => {
    const code = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replaceAll('=', '')
    // Characters that neighbouring bytes have a share in differ.
    const mixed = (offset + bytes.length) % 3 === 0 ? 0 : 1
    return code.slice([0, 2, 3][offset], code.length - mixed)
  })
  const forms = [bytes.toString('base64').replaceAll('=', ''), ...inside].filter((form) => form.length >= 6)
  return forms.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')])
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

const NAMES =
  '[\\w.:-]*(?:password|passwd|passcode|passphrase|secret|token|access_?key|private_?key|admin_?pass|api_?key|device_code|' +
  'psk|assertion|signature|temp_url_sig|payload|verifier|blob|auth_?key|keyring|user_?data)'
/**
 * A name and its string or number in JSON, also inside a string of JSON; a body that was cut ends inside the value. A run of
 * backslashes is looked at once, from its beginning.
 */
const JSON_VALUE = new RegExp(
  `(?<!\\\\)(\\\\*")(${NAMES})\\1(\\s*:\\s*)(?:\\1[\\s\\S]*?(?:(?<!\\\\)\\1|$)|-?\\d[\\w.+-]*)`,
  'gi',
)
/** A name and its value in YAML, also inside a string of JSON; not expressions and collections. */
const YAML_VALUE = new RegExp(
  `((?:^|\\\\n|[\\s{,])${NAMES}:[ \\t]+)(?:(\\\\*["'])[\\s\\S]*?(?:(?<!\\\\)\\2|$)|[^\\s,}\\\\{[<|>&"'][^\\n,}\\\\]*)`,
  'gi',
)
/** The value of an operation of a JSON patch whose path has such a name. */
const PATCH_VALUE = new RegExp(
  `("path"\\s*:\\s*"[^"]*/${NAMES}"\\s*,\\s*"value"\\s*:\\s*)"(?:[^"\\\\]|\\\\[\\s\\S])*"?`,
  'gi',
)
/** Keystone's token in a request for another: {"token": {"id": ...}}. */
const TOKEN_ID = /("token"\s*:\s*\{[^{}]*?"id"\s*:\s*)"[^"]*"?/g
/** Also as Mistral lists the inputs of a workflow: the value is a string of JSON. */
const FORM_VALUE = new RegExp(
  `((?:^|[?&;,'"\\s])(?:${NAMES}|sig)=)(?:(\\\\*")(?=[^,}\\]\\s])[\\s\\S]*?(?:(?<!\\\\)\\2|$)|[^&;\\s'"]+)`,
  'gi',
)
const PRIVATE_KEY = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]*?(?:-----END \1-----|$)/g
/** The same in the part of a URL that is encoded, such as the path in the URL of a console. */
const ENCODED_VALUE = new RegExp(`((?:%3F|%26)(?:${NAMES}|sig)%3D)[^&;\\s'"%]+`, 'gi')
/** A token of Keystone wherever it is, such as one of somebody else in an error of Mistral. */
const FERNET_TOKEN = /\bgAAAA[\w-]{40,}={0,2}/g
/** What an expression of Mistral was evaluated on, the caller's catalog included, in the error about it. */
const EXPRESSION_DATA = /(, data=)\{(?:[^"\\]|\\[\s\S])*/g
/** The catalog in what Mistral stores as a string of JSON. */
const STORED_CATALOG = /(?<!\\)(\\+"service_catalog\\+"\s*:\s*)(?:[^"\\]|\\[\s\S])*/g
const USER_INFO = /(\bhttps?:\/\/[^\s/:@"']*:)[^\s/@"']+@/gi

const byName = (text: string): string =>
  text
    .replace(
      JSON_VALUE,
      (_, quote: string, name: string, colon: string) => `${quote}${name}${quote}${colon}${quote}${MASK}${quote}`,
    )
    .replace(PATCH_VALUE, `$1"${MASK}"`)
    .replace(TOKEN_ID, `$1"${MASK}"`)
    .replace(FORM_VALUE, (_, name: string, quote = '') => `${name}${quote}${MASK}${quote}`)
    .replace(ENCODED_VALUE, `$1${MASK}`)
    .replace(PRIVATE_KEY, MASK)
    .replace(FERNET_TOKEN, MASK)
    .replace(EXPRESSION_DATA, `$1${MASK}`)
    .replace(STORED_CATALOG, `$1${MASK}`)
    .replace(USER_INFO, `$1${MASK}@`)
