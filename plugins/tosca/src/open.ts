import type {CommandContext} from '@osc-cli/core'
import {type Loaded, loadTemplate} from '#model/load'
import {checkReferences} from '#read/external'
import {type Input, openInput} from '#read/input'

/** Reads and checks a template; TemplateError only when it cannot be read at all. */
export async function openTemplate(
  {runtime}: Pick<CommandContext, 'runtime'>,
  source: string,
  values: Readonly<Record<string, string>>,
  offline: boolean,
): Promise<Loaded & {input: Input}> {
  const input = await openInput(source, runtime)
  const loaded = await loadTemplate(input.files, input.location, values)
  if (input.csar) await checkReferences(input.csar, loaded.template, loaded.faults, runtime, offline)
  return {...loaded, input}
}
