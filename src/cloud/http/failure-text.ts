import {asArray, asObject, asText, decodeJson, isObject, type Json, type JsonObject} from '#json'

/** Longer texts are cut: some services send whole pages or traces. */
const LONGEST = 2000

/** Of a body that is not JSON no more is looked at: a message is at its beginning. */
const LONGEST_PAGE = 16 * 1024

/** What a failed request's body says to people; '' when it says nothing. */
export function failureText(body: string, contentType = ''): string {
  const decoded = parse(body)
  const text = decoded === undefined ? plainText(body.slice(0, LONGEST_PAGE), contentType) : (messageIn(decoded) ?? '')
  return readable(text.slice(0, LONGEST_PAGE))
}

/** The body as JSON, whatever it claims to be; undefined when it is none. */
export function parse(body: string): Json | undefined {
  try {
    return /^\s*[[{"]/.test(body) ? decodeJson(body) : undefined
  } catch {
    return undefined
  }
}

/** One of the shapes of an error, or an object around one: {"itemNotFound": {"message": ...}}. */
function messageIn(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return nested(value)
  if (!isObject(value)) return undefined
  const values = Object.values(value)
  return (
    messageOf(value) ?? values.map(messageInside).find(Boolean) ?? (values.length === 1 ? filled(values[0]) : undefined)
  )
}

const messageInside = (value: Json | undefined): string | undefined => (isObject(value) ? messageOf(value) : undefined)

function messageOf(error: JsonObject): string | undefined {
  return (
    listed(error.errors) ??
    inner(error) ??
    withDetail(error) ??
    filled(error.explanation) ??
    filled(error.error_description) ??
    filled(error.faultstring) ??
    titled(error) ??
    (typeof error.error === 'string' ? filled(error.error) : undefined)
  )
}

/** Placement and whoever follows the API guideline: {"errors": [{"title", "detail"}]}; Designate: {"errors": {"errors": []}}. */
function listed(errors: Json | undefined): string | undefined {
  const list = isObject(errors) ? asArray(errors.errors) : asArray(errors)
  const texts = list.map((entry) => {
    const {path, detail, title, message} = asObject(entry)
    const text = filled(detail) ?? filled(message) ?? filled(title) ?? filled(entry)
    const place = asArray(path).map(asText).join('.')
    return text && place ? `${place}: ${text}` : text
  })
  return texts.filter(Boolean).join('\n') || undefined
}

/** Keystone and Heat: {"error": {...}}; Ironic, Magnum and Aodh: {"error_message": {...} or the same as a string}. */
function inner({error, error_message: message}: JsonObject): string | undefined {
  return (isObject(error) ? messageOf(error) : undefined) ?? messageIn(message)
}

/** {"message", "detail"}: Nova, Cinder, Neutron and most others. */
function withDetail({message, detail}: JsonObject): string | undefined {
  const [text, more] = [isObject(message) ? messageIn(message) : filled(message), filled(detail)]
  return text && more && !text.includes(more) ? `${text}\n${more}` : text
}

/** Zaqar and Barbican: {"title", "description"}. */
function titled({title, description, detail}: JsonObject): string | undefined {
  const text = filled(description) ?? filled(detail)
  const name = filled(title)
  if (text === undefined || name === undefined) return text ?? name
  return text.includes(name) ? text : `${name}: ${text}`
}

/** JSON inside a string, as Ironic once sent it, or the string itself. */
const nested = (text: string): string | undefined => messageIn(objectIn(text)) ?? filled(text)

const objectIn = (text: string): JsonObject | undefined => {
  const value = parse(text)
  return isObject(value) ? value : undefined
}

const filled = (value: Json | undefined): string | undefined => {
  const text = asText(value)?.trim()
  return text === '' ? undefined : text
}

function plainText(body: string, contentType: string): string {
  const isHtml = /html/i.test(contentType) || /^\s*<(?:!doctype|html|head|body)/i.test(body)
  return isHtml ? htmlText(body.slice(0, LONGEST_PAGE)) : body
}

/** The title or heading without its number, then whatever else the page says. */
function htmlText(page: string): string {
  const visible = page.replace(/<(script|style|head|title)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<!--[\s\S]*?-->/g, ' ')
  const [, heading = ''] =
    /<h1\b[^>]*>([\s\S]*?)<\/h1\s*>/i.exec(visible) ?? /<title\b[^>]*>([\s\S]*?)<\/title\s*>/i.exec(page) ?? []
  const rest = visible.replace(/<h1\b[\s\S]*?<\/h1\s*>/i, ' ')
  const parts = [heading.replace(/^\s*\d{3}\s+/, ''), rest].map((part) => oneLine(withoutTags(part)))
  return [...new Set(parts)].filter(Boolean).join(': ')
}

const withoutTags = (text: string): string => entities(text.replace(/<[^<>]*>/g, ' '))

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const entities = (text: string): string =>
  text.replace(/&(lt|gt|quot|nbsp|apos|#39|#x27|amp);/gi, (_, name: string) => ENTITIES[name.toLowerCase()] ?? ' ')

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  amp: '&',
}

/** Without webob's <br />, control and direction characters, and blank lines. */
function readable(text: string): string {
  const lines = text
    // Mistral's errors about an expression end with the context of it: the caller's token and catalog.
    .replace(/, data=\{[\s\S]*$/, ', data=***]')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
  const clean = lines.join('\n').trim()
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}...` : clean
}
