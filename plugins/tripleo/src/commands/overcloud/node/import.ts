import {Args, Flags, OscCommand} from '@osc-cli/core'
import {BOOT_FOLDER, deployImages} from '#machine/boot'
import {MachineFailures} from '#machine/failures'
import {readInstackenv} from '#machine/instackenv'
import {concurrencyFlag, INTROSPECT_CALLS, introspectMachines} from '#machine/introspect'
import {REGISTER_CALLS, registerMachines} from '#machine/register'
import {Change, changeStates, DEFAULT_LIMITS} from '#machine/states'

export default class OvercloudNodeImport extends OscCommand {
  static override summary = 'Register machines from a file in Ironic'
  static override description =
    'Reads a file such as instackenv.json. A machine that Ironic has under the same name, or with the same network card, is ' +
    'updated. New machines become manageable. If some machines fail, the command continues with the others.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = [...new Set([...REGISTER_CALLS, ...INTROSPECT_CALLS])]
  static override seeAlso = ['overcloud node introspect', 'overcloud node provide', 'overcloud profiles list']
  static override examples = [
    {command: 'osc overcloud node import --validate-only instackenv.json', description: 'Check the file'},
    {
      command: 'osc overcloud node import --introspect --provide instackenv.json',
      description: 'Register machines, inspect them, and make them available',
    },
  ]
  static override args = {
    file: Args.string({description: 'JSON or YAML file with the machines', required: true}),
  }
  static override flags = {
    introspect: Flags.boolean({description: 'Inspect the machines after registering them'}),
    'run-validations': Flags.boolean({
      description: 'Run the validations of the group pre-introspection before the introspection',
    }),
    'validate-only': Flags.boolean({description: 'Only check the file'}),
    provide: Flags.boolean({description: 'Make the machines available afterwards'}),
    'no-deploy-image': Flags.boolean({description: 'Do not set the kernel and ramdisk for deployments'}),
    'instance-boot-option': Flags.string({
      description: 'How deployed servers boot: from their disk or from the network',
      helpValue: 'OPTION',
      options: ['local', 'netboot'],
    }),
    'http-boot': Flags.string({
      description: "Folder of agent.kernel and agent.ramdisk on Ironic's host (default: /var/lib/ironic/httpboot)",
      helpValue: 'FOLDER',
      default: BOOT_FOLDER,
      env: 'HTTP_BOOT',
    }),
    ...concurrencyFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudNodeImport)
    const machines = await readInstackenv(this, args.file)
    if (flags['validate-only']) return await this.note(`${args.file} is valid. Machines: ${machines.length}.`)
    const {kernel, ramdisk} = deployImages(flags['http-boot'])
    const failures = new MachineFailures()
    const defaults = {
      bootOption: flags['instance-boot-option'],
      driverInfo: flags['no-deploy-image'] ? {} : {deploy_kernel: kernel, deploy_ramdisk: ramdisk},
    }
    const registered = await registerMachines(this, machines, defaults, failures)
    const isNew = ({provision_state: state}: {provision_state?: unknown}) => state === 'enroll'
    const limits = {...DEFAULT_LIMITS, concurrency: flags.concurrency}
    const managed = await changeStates(this, registered.filter(isNew), Change.manage, failures, limits)
    const ready = [...registered.filter((machine) => !isNew(machine)), ...managed]
    const inspected = flags.introspect
      ? await introspectMachines(this, ready, {...limits, validate: flags['run-validations']}, failures)
      : ready
    if (flags.provide) await changeStates(this, inspected, Change.provide, failures, limits)
    failures.refuse(machines.length)
  }
}
