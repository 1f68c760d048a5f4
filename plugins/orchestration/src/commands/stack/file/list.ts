import {showFormat} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {StackPartCommand, stackArg} from '#stack-part'

export default class StackFileList extends StackPartCommand {
  static override summary = 'Show the files of a stack'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/stacks/{name}/{id}/files']
  static override examples = [{command: 'osc stack file list web', description: 'Show the files as YAML'}]
  static override args = stackArg
  static override flags = {format: showFormat({byDefault: 'yaml'})}

  async run(): Promise<void> {
    const {args} = await this.parse(StackFileList)
    await this.show({files: await this.part(args.stack, 'files')}, columnsOf(['files']))
  }
}
