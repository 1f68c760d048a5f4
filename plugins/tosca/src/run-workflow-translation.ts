import type {CommandContext} from '@osc-cli/core'
import {Faults} from '#faults'
import {yamlText} from '#hot/template'
import {workbookOf} from '#mistral/workbook'
import {openTemplate} from '#open'
import {allInputs, noteUnknown, withFaults, withTranslationFaults} from '#options'
import {checkStop} from '#output/check-stop'
import {writeOutput} from '#output/write-files'
import {checkScripts} from '#read/external'

/** `translate workflow`. */
export async function runWorkflowTranslation(
  context: CommandContext,
  file: string,
  output: string | undefined,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const template = await withFaults(context, file, async () => {
    const loaded = await openTemplate(context, file, values, true)
    await checkScripts(loaded.template, loaded.faults)
    loaded.faults.check()
    return loaded.template
  })
  await noteUnknown(context, allInputs(template), values)
  const {workbook, notes} = await withTranslationFaults(context, file, async () => {
    const faults = new Faults()
    const result = await workbookOf(template, faults, values)
    faults.check()
    return result
  })
  for (const note of notes) await context.note(note)
  const text = await yamlText(workbook)
  await checkStop(context)
  if (output === undefined) await context.printText(text)
  else writeOutput(context.runtime.cwd, output, text, new Map())
}
