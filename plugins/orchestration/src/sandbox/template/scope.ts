import type {Json} from '@osc-cli/core'
import type {Template} from '#sandbox/template/model'

/** What functions may ask for while a template's values are worked out. */
export interface Scope {
  readonly template: Template
  /** Throws when there is no such parameter, or no value for it. */
  parameter(name: string): Json
  hasParameter(name: string): boolean
  /** What `get_resource` gives. */
  reference(name: string): Json
  /** The value of an attribute before the path is followed; undefined as long as it is not known. */
  attribute(resource: string, name: string, path: readonly Json[]): Json | undefined
  file(path: string): string
  condition(name: string): boolean
  /** The definition of the resource that this stack is nested in. */
  facade(part: 'metadata' | 'deletion_policy' | 'update_policy'): Json
}

/** Something is wrong with a function's arguments, whatever their values: found before anything is created. */
export class ShapeError extends Error {
  readonly function: string

  constructor(name: string, message: string) {
    super(message)
    this.function = name
  }
}
