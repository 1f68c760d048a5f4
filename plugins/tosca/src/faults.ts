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

  add(place: Place, message: string): void {
    const isKnown = this.all.some((fault) => fault.message === message && samePlace(fault.place, place))
    if (!isKnown) this.all.push({place, message})
  }

  /** Throws what was collected. */
  check(): void {
    if (this.all.length > 0) throw new TemplateError(this.all)
  }
}

const samePlace = (one: Place, other: Place): boolean =>
  one.file === other.file && one.line === other.line && one.column === other.column
