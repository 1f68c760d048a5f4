import {OscError} from '@osc-cli/core'
import {PlanFile, textOf} from '#plan/files'
import {fromTop, type Kind, withReferences} from '#plan/references'

/** What Heat reads of a plan: only files that are used, with references from the top. */
export interface Resolved {
  files: Map<string, string>
  /**
   * What `get_file` names. Heat hands texts of a container to templates as bytes, which its text functions refuse, so
   * these are sent with the request.
   */
  texts: Map<string, string>
}

/** Follows references from the root template and the environments. OscError for a file that the plan does not have. */
export function resolvePlan(
  files: ReadonlyMap<string, Buffer | string>,
  template: string,
  environments: readonly string[],
): Resolved {
  const resolved: Resolved = {files: new Map(), texts: new Map()}

  const use = (name: string, kind: Kind, from: string, reference: string): void => {
    const target = kind === 'text' ? resolved.texts : resolved.files
    if (target.has(name)) return
    const text = textOf(files, name)
    if (text === undefined) throw missing(from, reference, name)
    // A file that refers to itself, or to one that refers to it, is there already.
    target.set(name, text)
    target.set(
      name,
      withReferences(text, kind, (value, as) => {
        const path = fromTop(name, value)
        use(path, as, name, value)
        return path
      }),
    )
  }

  use(template, 'template', PlanFile.environment, template)
  for (const name of environments) use(name, 'environment', PlanFile.environment, name)
  return resolved
}

function missing(from: string, reference: string, name: string): OscError {
  const place = reference === name ? '' : ` (${name})`
  return new OscError(`${from} refers to ${reference}${place}, which the plan does not have.`, {
    code: 'MissingFile',
    hint: `Correct the reference in ${from}, or add the file.`,
  })
}
