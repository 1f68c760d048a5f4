import {OscError} from '@osc-cli/core'
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

/** Collects faults, so that all of them are reported at once. */
export class Faults {
  readonly all: Fault[] = []
  readonly #known = new Set<string>()
  readonly #places = new Set<string>()

  add(place: Place, message: string): void {
    const text = faultText({place, message})
    if (this.#known.has(text)) return
    this.#known.add(text)
    this.#places.add(faultText({place, message: ''}))
    this.all.push({place, message})
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
