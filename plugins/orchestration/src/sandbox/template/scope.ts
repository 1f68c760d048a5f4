import type {Json} from '@osc-cli/core'
import type {Template} from '#sandbox/template/model'

/** What functions can use while the values of a template are resolved. */
export interface Scope {
  readonly template: Template
  /** Throws if the parameter does not exist or has no value. */
  parameter(name: string): Json
  hasParameter(name: string): boolean
  /** The result of `get_resource`. */
  reference(name: string): Json
  /** The value of an attribute before its path is resolved; undefined until it is known. */
  attribute(resource: string, name: string, path: readonly Json[]): Json | undefined
  file(path: string): string
  condition(name: string): boolean
  /** The definition of the parent resource. */
  facade(part: 'metadata' | 'deletion_policy' | 'update_policy'): Json
}

/** The arguments of a function are invalid whatever their values; found before anything is created. */
export class ShapeError extends Error {
  readonly function: string

  constructor(name: string, message: string) {
    super(message)
    this.function = name
  }
}
