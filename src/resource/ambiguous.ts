import {AmbiguousError} from '#errors'
import {asText, type Json, type JsonObject} from '#json'
import {sanitize} from '#output/sanitize'

/** Several things have the name that was given: the message is a table of them, `ids` distinguishes them. */
export class AmbiguousNameError extends AmbiguousError {
  readonly noun: string
  /** The name that was given. */
  readonly given: string
  readonly ids: readonly string[]
  readonly #matches: readonly JsonObject[]

  constructor(noun: string, given: string, matches: readonly JsonObject[], hint = 'Use the ID instead.') {
    const table = candidates(matches).map((line) => `  ${line}`)
    super(`The ${noun} name '${given}' is ambiguous (${matches.length} matches):\n${table.join('\n')}`, {
      code: 'Ambiguous',
      hint,
      facts: {noun, name: given},
    })
    this.noun = noun
    this.given = given
    this.ids = matches.flatMap((record) => asText(record.id) ?? [])
    this.#matches = matches
  }

  /** The same with another fix. */
  withHint(hint: string): AmbiguousNameError {
    return new AmbiguousNameError(this.noun, this.given, this.#matches, hint)
  }
}

/** What distinguishes resources of the same name, where the service reports it; each by the first key that is there. */
const COLUMNS: readonly [string, readonly string[]][] = [
  ['ID', ['id']],
  ['Name', ['name']],
  ['Project', ['project_id', 'tenant_id']],
  ['Domain', ['domain_id']],
  ['Type', ['type']],
  ['Status', ['status', 'stack_status', 'enabled']],
  ['Created', ['created_at', 'created', 'creation_time']],
]

/** Of users, projects and domains only a switch gives the status. */
const cell = (value: Json | undefined): string | undefined =>
  typeof value === 'boolean' ? (value ? 'enabled' : 'disabled') : asText(value)

function candidates(matches: readonly JsonObject[]): string[] {
  const columns = COLUMNS.flatMap(([title, keys]) => {
    const cells = matches.map((record) => sanitize(keys.map((key) => cell(record[key])).find(Boolean) ?? ''))
    // The name that all of them have was given by the user.
    const distinguishes = title === 'Name' ? new Set(cells).size > 1 : cells.some((cell) => cell !== '')
    return distinguishes ? [[title, ...cells]] : []
  })
  const widths = columns.map((cells) => Math.max(...cells.map((cell) => cell.length)))
  return Array.from({length: matches.length + 1}, (_, row) =>
    columns
      .map((cells, at) => (cells[row] ?? '').padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
