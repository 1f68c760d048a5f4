import {asObject, type JsonObject, type Method, pollThroughOutages, ShowCommand} from '@osc-cli/core'
import {Stack} from '#stack'
import {stackSummary} from '#stack-fields'
import {hiddenValues, type ParameterSources} from '#template/hidden-parameters'
import {type StackBody, type StackInput, stackBody} from '#template/stack-body'

/** A command that sends a template: `stack create`, `stack update`, `stack adopt`, `orchestration template validate`. */
export abstract class StackTemplateCommand extends ShowCommand {
  protected async body(input: StackInput): Promise<StackBody> {
    const body = await stackBody(input, this.runtime)
    await this.hide(body)
    return body
  }

  /** Keeps the values of hidden parameters out of --debug and logs. */
  protected async hide(sources: ParameterSources): Promise<void> {
    const trace = await this.runtime.trace()
    for (const value of hiddenValues(sources)) trace.secret(value)
  }

  protected async send(
    method: Method,
    path: string,
    body: JsonObject,
    query?: Record<string, string | boolean | undefined>,
  ) {
    const answer = await (await this.session()).request({service: 'orchestration', method, path, body, query})
    // The response to an update is 202 without a body.
    return asObject(await answer.json())
  }

  /** The stack after a change, without its outputs, which may take long to compute. The change is made: an outage is waited out. */
  protected async showStack(stack: string): Promise<void> {
    const read = () => this.api(Stack).get(stack, {resolve_outputs: false})
    await this.show(await pollThroughOutages(this, read, () => 1), stackSummary)
  }
}
