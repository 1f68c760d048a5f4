/** An expression: its operation, then its operands. */
export type Expression =
  | ['value', unknown]
  | ['name', string]
  | ['list' | 'tuple', Expression[]]
  | ['dict', [Expression, Expression][]]
  | ['attribute', Expression, string]
  | ['item', Expression, Expression]
  | ['slice', Expression, (Expression | undefined)[]]
  | ['call', Expression, Argument[]]
  | ['filter', Expression, FilterCall]
  | ['test', Expression, FilterCall, boolean]
  | ['not' | 'negative' | 'positive', Expression]
  | ['and' | 'or', Expression, Expression]
  | ['binary', string, Expression, Expression]
  | ['compare', Expression, [string, Expression][]]
  | ['choice', Expression, Expression, Expression | undefined]

export interface Argument {
  name?: string
  value: Expression
}

/** A filter or test with its arguments. */
export interface FilterCall {
  name: string
  arguments: Argument[]
}

/** How a template names a value, for messages: `role.networks[0]`. */
export function described(expression: Expression): string {
  switch (expression[0]) {
    case 'name':
      return expression[1]
    case 'attribute':
      return `${described(expression[1])}.${expression[2]}`
    case 'item':
      return `${described(expression[1])}[${described(expression[2])}]`
    case 'value':
      return typeof expression[1] === 'string' ? `'${expression[1]}'` : String(expression[1])
    case 'call':
      return `${described(expression[1])}()`
    case 'filter':
      return `${described(expression[1])}|${expression[2].name}`
    default:
      return 'The expression'
  }
}
