import {existsSync, renameSync} from 'node:fs'
import {resolve} from 'node:path'
import {Flags, OscCommand} from '@osc-cli/core'
import {stringify} from 'yaml'
import {IMAGE_DEFAULTS} from '#image/defaults'
import {writeOutput} from '#write-output'

export default class TripleoContainerImagePrepareDefault extends OscCommand {
  static override summary = 'Print an environment for container images'
  static override description =
    'Prints the parameter ContainerImagePrepare with the defaults of the last release of TripleO, as a start for your own. ' +
    'Nothing is sent to the cloud.'
  static override roles = []
  static override calls = []
  static override seeAlso = ['overcloud plan set']
  static override examples = [
    {
      command: 'osc tripleo container image prepare default --output-env-file images.yaml',
      description: 'Also write the environment to a file',
    },
  ]
  static override flags = {
    'output-env-file': Flags.string({
      description: 'File to write as well; an existing one is renamed to FILE.backup',
      helpValue: 'FILE',
    }),
    'local-push-destination': Flags.boolean({
      description: 'Include push_destination, which copies images to a local registry',
    }),
    'enable-registry-login': Flags.boolean({
      description: 'Include ContainerImageRegistryLogin, with which servers log in to the registry',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(TripleoContainerImagePrepareDefault)
    const entry = flags['local-push-destination'] ? {...IMAGE_DEFAULTS, push_destination: true} : IMAGE_DEFAULTS
    const environment = stringify({
      parameter_defaults: {
        ContainerImagePrepare: [entry],
        ...(flags['enable-registry-login'] && {ContainerImageRegistryLogin: true}),
      },
    })
    if (flags['enable-registry-login'])
      await this.note('Registries that require a login need the parameter ContainerImageRegistryCredentials as well.')
    await this.runtime.stdout.write(environment)
    const file = flags['output-env-file']
    if (file === undefined) return
    const path = resolve(this.runtime.cwd, file)
    if (existsSync(path)) renameSync(path, `${path}.backup`)
    await writeOutput(this, file, environment)
  }
}
