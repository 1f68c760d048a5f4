import {TemplateError} from '#jinja/error'
import {parse} from '#jinja/parse'
import {Run} from '#jinja/run'
import type {Body} from '#jinja/statement'

export interface JinjaOptions {
  /** The text of another template, for `{% include %}`; undefined when there is none of that name. */
  load?: (name: string) => string | undefined
  /** Steps that one rendering may take, so that it ends whatever the template says. */
  steps?: number
}

/**
 * Renders templates as Jinja2 does in its default settings, without imports, inheritance, `call` and recursive loops.
 * Differences in what is printed: filters and methods that return iterators in Python return lists.
 */
export class Jinja {
  readonly #load: (name: string) => string | undefined
  readonly #steps: number
  readonly #parsed = new Map<string, Body>()

  constructor({load = () => undefined, steps = 1_000_000}: JinjaOptions = {}) {
    this.#load = load
    this.#steps = steps
  }

  /** The text of a template with these values: strings, numbers, booleans, null, arrays, Maps. `file` is its name in errors. */
  render(file: string, template: string, values: ReadonlyMap<string, unknown>): string {
    try {
      const run = new Run((name) => this.#loaded(name), this.#steps)
      return run.template(file, this.#parse(file, template), values)
    } catch (error) {
      if (error instanceof RangeError)
        throw new TemplateError(file, 1, 'The template is nested too deeply or its result is too large.')
      throw error
    }
  }

  #loaded(name: string): Body | undefined {
    const template = this.#load(name)
    return template === undefined ? undefined : this.#parse(name, template)
  }

  /** A template is rendered for every role, and an included one in many files, so each is parsed once. */
  #parse(file: string, template: string): Body {
    const key = `${file}\0${template}`
    const known = this.#parsed.get(key)
    if (known) return known
    const body = parse(file, template)
    this.#parsed.set(key, body)
    return body
  }
}
