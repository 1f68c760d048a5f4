import type {Expression, FilterCall} from '#jinja/expression'

/** What a variable is set by: its name, or a namespace and its attribute. */
export type Target = string | [namespace: string, attribute: string]

export interface Parameter {
  name: string
  fallback?: Expression
}

/** A part of a template that prints or does something. */
export type Statement =
  | {do: 'text'; text: string}
  | {do: 'print'; value: Expression; line: number}
  | {do: 'for'; targets: string[]; list: Expression; filter?: Expression; body: Body; otherwise: Body; line: number}
  | {do: 'if'; branches: {condition: Expression; body: Body}[]; otherwise: Body; line: number}
  | {do: 'set'; targets: Target[]; value: Expression; line: number}
  | {do: 'capture'; targets: Target[]; filters: FilterCall[]; body: Body; line: number}
  | {do: 'filter'; filters: FilterCall[]; body: Body; line: number}
  | {do: 'with'; values: {target: string; value: Expression}[]; body: Body; line: number}
  | {do: 'include'; name: Expression; optional: boolean; context: boolean; line: number}
  | {do: 'block'; name: string; scoped: boolean; body: Body; line: number}
  | {do: 'macro'; name: string; parameters: Parameter[]; body: Body; line: number}

export type Body = readonly Statement[]
