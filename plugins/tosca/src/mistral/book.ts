import type {Faults} from '#faults'
import type {Template} from '#model/model'

/** A workbook that is being made. */
export interface Book {
  template: Template
  /** What cannot be translated. */
  faults: Faults
  /** What Mistral does not do, for the user. */
  notes: string[]
}

const COMMANDS = new Set(['noop', 'fail', 'succeed', 'pause', 'version'])

/** A name that Mistral accepts: letters, digits and underscores, and none of its commands. */
export function nameFor(name: string): string {
  const plain = name.replace(/\W/g, '_')
  return COMMANDS.has(plain) ? `${plain}_step` : plain
}
