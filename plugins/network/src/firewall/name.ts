import {Args, Flags, type OscCommand, UsageError} from '@osc-cli/core'

/** The name of a new group or rule, which may be missing. */
export const nameArgument = (noun: string) => ({name: Args.string({description: `Name of the new ${noun}`})})

/** The option that the argument replaces. */
export const nameFlag = {name: Flags.string({description: 'Deprecated: use the NAME argument', helpValue: 'NAME'})}

/** The name from the argument or the old option; UsageError for both. */
export async function nameOf(
  command: Pick<OscCommand, 'note'>,
  argument: string | undefined,
  option: string | undefined,
): Promise<string | undefined> {
  if (option === undefined) return argument
  if (argument !== undefined)
    throw new UsageError(`The name is specified twice: '${argument}' and --name '${option}'.`, {hint: 'Omit --name.'})
  await command.note('The --name option is deprecated: use the NAME argument.')
  return option
}
