import {Args, asObject, type JsonObject, ShowCommand} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {stackPath} from '#stack-path'

export const stackArg = {
  stack: Args.string({description: 'Stack (name or ID)', required: true}),
}

/** A command that shows a part of a stack with its own path: template, environment or files. */
export abstract class StackPartCommand extends ShowCommand {
  protected async part(stack: string, name: string): Promise<JsonObject> {
    return asObject(await (await this.session()).get('orchestration', `${stackPath(stack)}/${name}`))
  }

  /** Shows the fields in the order of the response. */
  protected showAsIs(record: JsonObject): Promise<void> {
    return this.show(record, columnsOf(Object.keys(record)))
  }
}
