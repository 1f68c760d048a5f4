import {asObject, type JsonObject, type Method, ShowCommand} from '@osc-cli/core'
import {Stack} from '#stack'
import {stackSummary} from '#stack-fields'
import {type StackBody, type StackInput, stackBody} from '#template/stack-body'

/** A command that sends a template: `stack create`, `stack update`, `stack adopt`, `orchestration template validate`. */
export abstract class StackTemplateCommand extends ShowCommand {
  protected body(input: StackInput): Promise<StackBody> {
    const {cwd, signal} = this.runtime
    return stackBody(input, {cwd, signal, session: () => this.session()})
  }

  protected async send(
    method: Method,
    path: string,
    body: JsonObject,
    query?: Record<string, string | boolean | undefined>,
  ) {
    const answer = await (await this.session()).request({service: 'orchestration', method, path, body, query})
    // An update answers 202 with nothing in it.
    return asObject(await answer.json())
  }

  /** What has become of the stack, without the outputs, which may take long to compute. */
  protected async showStack(stack: string): Promise<void> {
    await this.show(await this.api(Stack).get(stack, {resolve_outputs: false}), stackSummary)
  }
}
