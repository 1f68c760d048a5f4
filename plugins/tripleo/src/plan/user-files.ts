import {existsSync} from 'node:fs'
import {basename, dirname, relative, resolve, sep} from 'node:path'
import {type Runtime, readText} from '@osc-cli/core'
import {type Kind, withReferences} from '#plan/references'

/** Files from outside of the templates, which come into the plan below `user-files/`, with the files that they refer to. */
export class UserFiles {
  readonly #files: Map<string, Buffer>
  readonly #runtime: Runtime
  readonly #templates: string | undefined
  readonly #known = new Map<string, string>()
  #next: number

  /** `templates` is the folder that the plan's templates come from. */
  constructor(files: Map<string, Buffer>, runtime: Runtime, templates: string | undefined) {
    this.#files = files
    this.#runtime = runtime
    this.#templates = templates
    const numbers = [...files.keys()].map((name) => Number(/^user-files\/(\d+)-/.exec(name)?.[1] ?? 0))
    this.#next = Math.max(0, ...numbers) + 1
  }

  /** The path in the plan of an environment file named on the line, or of a file that the plan has already. */
  async environment(file: string): Promise<string> {
    const path = resolve(this.#runtime.cwd, file)
    const same = this.#files.get(file)
    if (same && (!existsSync(path) || same.equals(Buffer.from(await readText(path, this.#runtime))))) return file
    return await this.#add(path, 'environment')
  }

  async #add(path: string, kind: Kind): Promise<string> {
    const known = this.#known.get(path) ?? this.#inTemplates(path)
    if (known !== undefined) return known
    const name = `user-files/${this.#next++}-${basename(path)}`
    this.#known.set(path, name)
    const text = await readText(path, this.#runtime)
    const places = new Map<string, string>()
    // Which files come along is asynchronous, changing the text is not.
    const wanted: [string, Kind][] = []
    withReferences(text, kind, (reference, as) => {
      wanted.push([reference, as])
      return reference
    })
    for (const [reference, as] of wanted)
      places.set(reference, `../${await this.#add(resolve(dirname(path), reference), as)}`)
    this.#files.set(name, Buffer.from(withReferences(text, kind, (reference) => places.get(reference) ?? reference)))
    return name
  }

  #inTemplates(path: string): string | undefined {
    if (this.#templates === undefined) return undefined
    const name = relative(this.#templates, path)
    if (name.startsWith('..') || resolve(name) === name) return undefined
    const inPlan = name.replaceAll(sep, '/')
    // A rendered template is not a file of the folder.
    return this.#files.has(inPlan) || !existsSync(path) ? inPlan : undefined
  }
}
