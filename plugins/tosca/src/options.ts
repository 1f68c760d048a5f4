import {Args, type CommandContext, Flags, OscError, shellWord} from '@osc-cli/core'
import {type Fault, faultText, TemplateError} from '#faults'
import {unknownInputs} from '#model/inputs'
import type {Parameter, Template} from '#model/model'

/** The template of `tosca validate` and `tosca show`. */
export const templateArg = {
  file: Args.string({description: 'Template: a YAML file, a CSAR archive, or a URL of one', required: true}),
}

export const parameterFlag = {
  parameter: Flags.keyValues({description: 'Value of an input (repeatable)'}),
}

export const offlineFlag = {
  offline: Flags.boolean({description: 'Use built-in lists of flavors and images instead of those of the cloud'}),
}

/** The options that `translate template` and `translate workflow` share. */
export const translateFlags = {
  'template-file': Flags.string({
    description: 'Template to translate: a YAML file, a CSAR archive, or a URL of one',
    helpValue: 'FILE',
    required: true,
  }),
  'output-file': Flags.string({
    description: 'File to write the result to; files that it needs are written to the same folder',
    helpValue: 'FILE',
  }),
  ...parameterFlag,
}

type Reporting = Pick<CommandContext, 'note' | 'runtime'>

/** The inputs of a template and of its workflows. */
export const allInputs = ({inputs, workflows}: Template): Parameter[] => [
  ...inputs,
  ...workflows.flatMap((workflow) => workflow.inputs),
]

/** Reports values for inputs that are not among these. */
export async function noteUnknown(
  context: Reporting,
  inputs: readonly Parameter[],
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const name of unknownInputs(inputs, values))
    await context.note(`The template has no input ${name}; its value is ignored.`)
}

/**
 * Reads a template, and adds what to do next; of several faults each is reported, and at the end there is one error with their number. `tosca validate`
 * lists the same ones.
 */
export const withFaults = <T>(context: Reporting, file: string, work: () => Promise<T>): Promise<T> =>
  reporting(context, file, work, `Check it again with: ${context.runtime.program} tosca validate ${shellWord(file)}`)

/** Translates a template, and reports as `withFaults` what cannot be translated. The template itself is valid. */
export const withTranslationFaults = <T>(context: Reporting, file: string, work: () => Promise<T>): Promise<T> =>
  reporting(context, file, work, 'Change the template, or give other values with --parameter.')

async function reporting<T>(context: Reporting, file: string, work: () => Promise<T>, hint: string): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof TemplateError) || cause.hint !== undefined) throw cause
    if (cause.faults.length < 2) throw new TemplateError(cause.faults, {hint, cause})
    for (const fault of inOrder(cause.faults)) await context.note(faultText(fault))
    throw new OscError(`${file} has ${cause.faults.length} problems.`, {
      code: 'ToscaTemplate',
      hint,
      cause,
    })
  }
}

/** By file in the order of their first fault, then by line. */
export function inOrder(faults: readonly Fault[]): Fault[] {
  const files = [...new Set(faults.map(({place}) => place.file))]
  const rank = ({place}: Fault): number => files.indexOf(place.file)
  return faults.toSorted(
    (one, other) =>
      rank(one) - rank(other) || one.place.line - other.place.line || one.place.column - other.place.column,
  )
}
