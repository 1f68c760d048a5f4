import {existsSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import type {CommandContext} from '@osc-cli/core'
import {cloudFlavors, cloudImages} from '#cloud-lists'
import {Faults} from '#faults'
import {OFFLINE_FLAVORS, OFFLINE_IMAGES} from '#hot/offline-lists'
import {yamlText} from '#hot/template'
import {type Translated, translate} from '#hot/translate'
import type {Loaded} from '#model/load'
import {openTemplate} from '#open'
import {noteUnknown, withFaults, withTranslationFaults} from '#options'
import {archiveFiles, namedFiles} from '#output/archive-files'
import {checkStop} from '#output/check-stop'
import {writeFiles, writeOutput} from '#output/write-files'
import type {Input} from '#read/input'
import {isUrl} from '#read/source'

interface Request {
  file: string
  output: string | undefined
  values: Readonly<Record<string, string>>
  validateOnly: boolean
  offline: boolean
}

/** `translate template`. */
export async function runTranslation(context: CommandContext, request: Request): Promise<void> {
  const {file, output, values, validateOnly} = request
  const loaded = await withFaults(context, file, async () => {
    const opened = await openTemplate(context, file, values, request.offline)
    opened.faults.check()
    return opened
  })
  await noteUnknown(context, loaded.template.inputs, values)
  if (validateOnly) {
    await context.print(`${file} is valid.`)
    return
  }
  const result = await withTranslationFaults(context, file, () => translated(context, loaded, request))
  for (const note of result.notes) await context.note(note)
  await write(context, result, loaded.input, output)
}

async function translated(context: CommandContext, {template}: Loaded, {values, offline}: Request) {
  const needsCloud = !offline && template.nodes.some(({type}) => template.types.isA(type, 'tosca.nodes.Compute'))
  const [flavors, images] = needsCloud
    ? await Promise.all([cloudFlavors(context), cloudImages(context)])
    : [OFFLINE_FLAVORS, OFFLINE_IMAGES]
  const faults = new Faults()
  const result = translate(template, faults, {values, flavors, images})
  faults.check()
  return result
}

/** To a file or to standard output. Nested templates go beside it, where Heat's clients look for them. */
async function write(context: CommandContext, result: Translated, input: Input, output: string | undefined) {
  const {cwd} = context.runtime
  const {csar} = input
  // Files of an archive can be written only where the user named a place.
  const files = new Map<string, string | Buffer>(csar && output !== undefined ? await archiveFiles(result, csar) : [])
  for (const [name, nested] of result.nested) files.set(name, await yamlText(nested))
  const text = await yamlText(result.main)
  await checkStop(context)
  if (!csar && leavesFiles(result, input, dirname(resolve(cwd, output ?? '-'))))
    await context.note(
      `The template refers to files in ${dirname(input.location)}. Use --output-file to write it there.`,
    )
  if (output !== undefined) {
    writeOutput(cwd, output, text, files)
    return
  }
  writeFiles(cwd, files)
  await context.printText(text)
  for (const name of files.keys()) await context.note(`Nested template ${name} was written to this folder.`)
  if (csar && namedFiles(result).length > 0)
    await context.note('The template refers to files of the archive. Use --output-file to write them beside it.')
}

/** Whether files that a Heat template names are beside the TOSCA template, but not in the folder of the Heat template. */
const leavesFiles = (result: Translated, {files, location}: Input, folder: string): boolean =>
  namedFiles(result).some(
    (file) => !isUrl(file) && files.has(files.resolve(location, file)) && !existsSync(resolve(folder, file)),
  )
