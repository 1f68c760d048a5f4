import {Args, asObject, Flags, type JsonObject, ShowCommand, showFormat} from '@osc-cli/core'
import {createSoftware} from '#create-software'
import {columnsOf} from '#event-columns'
import {SoftwareConfig} from '#software-config'
import {createReader, type Read, readSource} from '#template/read'
import {toJson} from '#template/tree'
import {parseYaml} from '#template/yaml'

export default class SoftwareConfigCreate extends ShowCommand {
  static override summary = 'Create a software config'
  static override roles = ['member']
  static override calls = ['POST /v1/{project_id}/validate', 'POST /v1/{project_id}/software_configs']
  static override examples = [
    {
      command: 'osc software config create --group script --config-file hello.sh hello',
      description: 'Create a config from a script',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the software config', required: true}),
  }
  static override flags = {
    format: showFormat({byDefault: 'json'}),
    'config-file': Flags.string({description: 'Configuration (file or URL)', helpValue: 'FILE'}),
    'definition-file': Flags.string({
      description: 'YAML with inputs, outputs and options (file or URL)',
      helpValue: 'FILE',
    }),
    group: Flags.string({
      description: 'Tool that applies the config (default: Heat::Ungrouped)',
      helpValue: 'GROUP',
      default: 'Heat::Ungrouped',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SoftwareConfigCreate)
    const {cwd} = this.runtime
    const read = createReader(this.runtime)
    const [definition, content] = await Promise.all([
      readDefinition(flags['definition-file'], cwd, read),
      readContent(flags['config-file'], cwd, read),
    ])
    const config: JsonObject = {
      group: flags.group,
      config: content,
      inputs: definition.inputs ?? [],
      outputs: definition.outputs ?? [],
      options: definition.options ?? {},
    }
    await this.validate(args.name, config)
    const created = await createSoftware(await this.session(), SoftwareConfig, {...config, name: args.name})
    await this.show(created, columnsOf(Object.keys(created)))
  }

  /** Heat checks a config only in a template. */
  private async validate(name: string, config: JsonObject): Promise<void> {
    const template = {
      heat_template_version: '2013-05-23',
      resources: {[name]: {type: 'OS::Heat::SoftwareConfig', properties: config}},
    }
    await (await this.session()).request({
      service: 'orchestration',
      method: 'POST',
      path: '/validate',
      body: {template},
    })
  }
}

const readContent = async (file: string | undefined, cwd: string, read: Read): Promise<string> =>
  file === undefined ? '' : (await readSource(file, cwd, read)).text

async function readDefinition(file: string | undefined, cwd: string, read: Read): Promise<JsonObject> {
  return file === undefined ? {} : asObject(toJson(await parseYaml(await readSource(file, cwd, read))))
}
