import type {CommandContext} from '@osc-cli/core'
import {yamlText} from '#hot/template'
import {workbookOf} from '#mistral/workbook'
import {openTemplate} from '#open'
import {noteUnknown, withFaults, withTranslationFaults} from '#options'
import {writeOutput} from '#output/write-files'

/** `translate workflow`. */
export async function runWorkflowTranslation(
  context: CommandContext,
  file: string,
  output: string | undefined,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const {template, faults} = await withFaults(context, file, async () => {
    const loaded = await openTemplate(context, file, values, true)
    loaded.faults.check()
    return loaded
  })
  await noteUnknown(context, template, values)
  const {workbook, notes} = await withTranslationFaults(context, file, async () => {
    const result = await workbookOf(template, faults, values)
    faults.check()
    return result
  })
  for (const note of notes) await context.note(note)
  const text = await yamlText(workbook)
  if (output === undefined) await context.printText(text)
  else writeOutput(context.runtime.cwd, output, text, new Map())
}
