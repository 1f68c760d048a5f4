import type {CommandContext} from '@osc-cli/core'
import {yamlText} from '#hot/template'
import {workbookOf} from '#mistral/workbook'
import {openTemplate} from '#open'
import {noteUnknown, withFaults} from '#options'
import {writeOutput} from '#output/write-files'

/** `translate workflow`. */
export async function runWorkflowTranslation(
  context: CommandContext,
  file: string,
  output: string | undefined,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const {template, workbook, notes} = await withFaults(context, file, async () => {
    const loaded = await openTemplate(context, file, values, true)
    loaded.faults.check()
    const result = await workbookOf(loaded.template, loaded.faults, values)
    loaded.faults.check()
    return {template: loaded.template, ...result}
  })
  await noteUnknown(context, template, values)
  for (const note of notes) await context.note(note)
  const text = await yamlText(workbook)
  if (output === undefined) await context.runtime.stdout.write(text)
  else writeOutput(context.runtime.cwd, output, text, new Map())
}
