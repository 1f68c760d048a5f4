import {OscError, similar} from '@osc-cli/core'
import type {Place} from '#yaml/places'

/** A problem of a template. */
export interface Fault {
  place: Place
  message: string
}

/** A template that cannot be read or translated; `faults` has all problems that were found. */
export class TemplateError extends OscError {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[], details: {hint?: string; cause?: unknown} = {}) {
    const [first] = faults
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
    super(first ? `${faultText(first)}${more}` : 'The template is not valid.', {code: 'ToscaTemplate', ...details})
    this.faults = faults
  }
}

/** `app.yaml:12:5: message`. */
export const faultText = ({place: {file, line, column}, message}: Fault): string =>
  line === 0 ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`

/** A name that is not known, and those that are. */
export interface Unknown {
  name: string
  /** Called only for the first faults: there may be many names. */
  known: () => Iterable<string>
}

/** Every short name is similar to others. */
const MIN_LENGTH = 3

/** Comparing names is slow, and nobody reads more suggestions. */
const MAX_SUGGESTIONS = 100

/** Takes faults. */
export type Reports = Pick<Faults, 'add' | 'note'>

/** Collects faults, so that all of them are reported at once. */
export class Faults {
  readonly all: Fault[] = []
  /** What is unusual, but allowed. */
  readonly notes: Fault[] = []
  readonly #known = new Set<string>()
  readonly #places = new Set<string>()
  #suggestions = 0

  /** For an unknown name, the message ends with the known names that are similar. */
  add(place: Place, message: string, unknown?: Unknown): void {
    this.#addTo(this.all, place, message, unknown)
    this.#places.add(faultText({place, message: ''}))
  }

  note(place: Place, message: string, unknown?: Unknown): void {
    this.#addTo(this.notes, place, message, unknown)
  }

  /** Takes faults as notes. */
  asNotes(): Reports {
    const note = this.note.bind(this)
    return {add: note, note}
  }

  #addTo(list: Fault[], place: Place, message: string, unknown: Unknown | undefined): void {
    const text = faultText({place, message})
    if (this.#known.has(text)) return
    this.#known.add(text)
    list.push({place, message: message + this.#suggestion(unknown)})
  }

  #suggestion(unknown: Unknown | undefined): string {
    if (unknown === undefined || unknown.name.length < MIN_LENGTH || this.#suggestions >= MAX_SUGGESTIONS) return ''
    this.#suggestions += 1
    const near = similar(unknown.name, new Set(unknown.known()))
    return near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''
  }

  /** Whether there is a fault at a place. */
  has(place: Place): boolean {
    return this.#places.has(faultText({place, message: ''}))
  }

  /** Throws what was collected. */
  check(): void {
    if (this.all.length > 0) throw new TemplateError(this.all)
  }
}
