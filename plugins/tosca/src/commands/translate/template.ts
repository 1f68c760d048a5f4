import {Flags, OscCommand} from '@osc-cli/core'
import {offlineFlag, translateFlags} from '#options'

export default class TranslateTemplate extends OscCommand {
  static override summary = 'Translate a TOSCA template to a Heat template'
  static override description =
    'Translates a TOSCA Simple Profile template (YAML 1.0 to 1.3, or a CSAR archive) as heat-translator does. Flavors and ' +
    'images are chosen from those of the cloud. Problems are reported with file, line and column.'
  static override roles = ['reader']
  static override calls = ['GET /v2.1/flavors/detail', 'GET /v2/images']
  static override seeAlso = ['tosca validate', 'tosca show', 'stack create']
  static override examples = [
    {
      command: 'osc translate template --template-type tosca --template-file app.yaml --output-file app-hot.yaml',
      description: 'Translate a template',
    },
    {
      command: 'osc translate template --template-type tosca --template-file app.yaml --parameter cpus=4 --offline',
      description: 'Translate it with a value for an input, without a cloud',
    },
  ]
  static override flags = {
    ...translateFlags,
    'template-type': Flags.string({
      description: 'Format of the template',
      helpValue: 'TYPE',
      options: ['tosca'],
      required: true,
    }),
    'validate-only': Flags.string({
      description: 'Only check the template (true or false; default: false)',
      helpValue: 'BOOLEAN',
    }),
    ...offlineFlag,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(TranslateTemplate)
    const {runTranslation} = await import('#run-translation')
    await runTranslation(this, {
      file: flags['template-file'],
      output: flags['output-file'],
      values: Flags.toObject(flags.parameter) ?? {},
      validateOnly: flags['validate-only']?.toLowerCase() === 'true',
      offline: flags.offline,
    })
  }
}
