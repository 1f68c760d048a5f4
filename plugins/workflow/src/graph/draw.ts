import {type CommandContext, Flags, type JsonObject, NotFoundError, Pictures} from '@osc-cli/core'
import type {Graph} from '#graph/graph'
import {TaskOfExecution} from '#task'
import {Workflow} from '#workflow'

/** `--graph`, whose value may be omitted. */
export const graphFlag = {
  graph: Flags.optionalValue({
    description: 'Draw tasks and transitions as text (default), json, dot (Graphviz) or mermaid',
    helpValue: 'FORMAT',
    options: Pictures.FORMATS,
    bare: 'text',
  }),
}

/** Prints the graph of a workflow. */
export async function drawWorkflow(context: Pick<CommandContext, 'print'>, record: JsonObject, format: string) {
  const {workflowGraph} = await import('#graph/graph')
  await context.print(await drawn(workflowGraph(record), format))
}

/** Prints the graph of an execution; only its tasks when its workflow was deleted. */
export async function drawExecution(
  context: Pick<CommandContext, 'print' | 'api' | 'now'>,
  execution: JsonObject,
  format: string,
) {
  const {workflowGraph, executionGraph} = await import('#graph/graph')
  const {id, workflow_id, workflow_name = null} = execution
  const fields = 'id,name,state,created_at,started_at,finished_at,runtime_context'
  const [workflow, tasks] = await Promise.all([
    context
      .api(Workflow)
      .find(String(workflow_id))
      .catch((cause: unknown): JsonObject => {
        if (cause instanceof NotFoundError) return {name: workflow_name}
        throw cause
      }),
    Array.fromAsync(context.api(TaskOfExecution).under(String(id)).list({fields})),
  ])
  await context.print(await drawn(executionGraph(workflowGraph(workflow), execution, tasks, context.now()), format))
}

const drawn = (graph: Graph, format: string): Promise<string> =>
  Pictures.drawn(graph, format, {
    text: async () => (await import('#graph/text')).textOf(graph),
    diagram: async () => (await import('#graph/diagram')).diagramOf(graph),
  })
