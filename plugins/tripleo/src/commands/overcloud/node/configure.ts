import {Flags, type JsonObject, OscCommand} from '@osc-cli/core'
import {bootChanges, deployImages, rootChanges} from '#machine/boot'
import {runOnMachines} from '#machine/command'
import {Machine, machineName} from '#machine/machine'
import {allManageableFlag, machineArgs, SELECT_CALLS} from '#machine/selected'

const {kernel, ramdisk} = deployImages()

export default class OvercloudNodeConfigure extends OscCommand {
  static override summary = 'Set how machines boot'
  static override description =
    'Sets the kernel and ramdisk for deployments. With --root-device, also selects the disk for the operating system, by the ' +
    'disks that an inspection found.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = [...SELECT_CALLS, 'GET /v1/nodes/{id}/inventory', 'PATCH /v1/nodes/{id}']
  static override seeAlso = ['overcloud node introspect', 'overcloud profiles match']
  static override examples = [
    {
      command: 'osc overcloud node configure --all-manageable --instance-boot-option local',
      description: 'Boot deployed servers from their disk',
    },
  ]
  static override args = machineArgs
  static override flags = {
    ...allManageableFlag,
    'deploy-kernel': Flags.string({
      description: 'Kernel for deployments (ID in Glance, or URL)',
      helpValue: 'KERNEL',
      default: kernel,
    }),
    'deploy-ramdisk': Flags.string({
      description: 'Ramdisk for deployments (ID in Glance, or URL)',
      helpValue: 'RAMDISK',
      default: ramdisk,
    }),
    'instance-boot-option': Flags.string({
      description: 'How deployed servers boot: from their disk or from the network',
      helpValue: 'OPTION',
      options: ['local', 'netboot'],
    }),
    'root-device': Flags.string({
      description: 'Disk for the operating system: smallest, largest, or names without /dev, separated by commas',
      helpValue: 'DISKS',
    }),
    'root-device-minimum-size': Flags.integer({
      description: 'Minimum size of that disk in GiB (default: 4)',
      helpValue: 'GIB',
      default: 4,
      min: 0,
    }),
    'overwrite-root-device-hints': Flags.boolean({description: 'Replace the selected disk of machines that have one'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudNodeConfigure)
    const machineApi = this.api(Machine)
    const configure = async (machine: JsonObject) => {
      const id = String(machine.uuid)
      const inventory = flags['root-device'] === undefined ? {} : await machineApi.send(id, 'GET', '/inventory')
      await machineApi.patch(id, [...bootChanges(machine, flags), ...rootChanges(machine, inventory, flags)])
      await this.note(`${machineName(machine)}: configured`)
    }
    await runOnMachines(this, args.node, flags, (machines, failures) => failures.each(machines, machineName, configure))
  }
}
