import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {asObject, asText, decodeJson, OscError, type Runtime} from '@osc-cli/core'
import type {SandboxService} from '@osc-cli/core/sandbox'

type Plugin = Runtime['index']['plugins'][number]

/** The services that the installed plugins bring, each from the module that `osc.sandbox` of its package.json names. */
export async function pluginServices({index}: Pick<Runtime, 'index'>): Promise<SandboxService[]> {
  const services = await Promise.all(index.plugins.map(servicesOf))
  return services.flat()
}

async function servicesOf({name, root}: Plugin): Promise<SandboxService[]> {
  const {osc} = asObject(decodeJson(readFileSync(join(root, 'package.json'), 'utf8')))
  const module = asText(asObject(osc).sandbox)
  if (module === undefined) return []
  try {
    const loaded = (await import(pathToFileURL(join(root, module)).href)) as {
      default: SandboxService | readonly SandboxService[]
    }
    return [loaded.default].flat()
  } catch (error) {
    throw new OscError(
      `The sandbox service of ${name} cannot be loaded: ${error instanceof Error ? error.message : error}`,
      {
        code: 'PluginBroken',
        cause: error,
        hint: `Check osc.sandbox in ${join(root, 'package.json')}: ${module}`,
      },
    )
  }
}
