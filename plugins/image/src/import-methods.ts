import {asArray, asObject, asText, type CommandContext, HttpError, OscError} from '@osc-cli/core'

/** How this cloud imports images: `glance-direct`, `web-download`. OscError when it does not import at all. */
export async function importMethods(command: Pick<CommandContext, 'session'>): Promise<string[]> {
  try {
    const info = await (await command.session()).get('image', '/info/import')
    return asArray(asObject(info['import-methods']).value).flatMap((method) => asText(method) ?? [])
  } catch (error) {
    if (!(error instanceof HttpError) || error.failure.status !== 404) throw error
    throw new OscError('This cloud does not support image import.', {
      hint: 'Upload the data directly: osc image create --file FILE NAME',
      cause: error,
    })
  }
}

/** OscError when the cloud does not import in this way. */
export async function requireImportMethod(command: Pick<CommandContext, 'session'>, method: string): Promise<void> {
  const methods = await importMethods(command)
  if (methods.includes(method)) return
  throw new OscError(`This cloud does not support the import method '${method}'.`, {
    hint: `Supported methods: ${methods.join(', ') || 'none'}.`,
  })
}
