import {compared} from '#jinja/arithmetic'
import {NO_ARGUMENTS} from '#jinja/call'
import {text} from '#jinja/text'
import {equal, Float, isDict, isList, numeric, Undefined} from '#jinja/values'

type Test = (value: unknown, operand: unknown) => boolean

const isSequence = (value: unknown) => typeof value === 'string' || isList(value) || isDict(value)
const by =
  (operator: string): Test =>
  (value, operand) =>
    compared(operator, value, operand)

const tests: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['boolean', (value) => typeof value === 'boolean'],
  ['callable', (value) => typeof value === 'function'],
  ['defined', (value) => !(value instanceof Undefined)],
  ['divisibleby', (value, operand) => (numeric(value) ?? Number.NaN) % (numeric(operand) ?? Number.NaN) === 0],
  ['even', (value) => (numeric(value) ?? Number.NaN) % 2 === 0],
  ['false', (value) => value === false],
  ['float', (value) => value instanceof Float],
  ['integer', (value) => typeof value === 'number'],
  ['iterable', (value) => isSequence(value) || value instanceof Undefined],
  ['lower', (value) => text(value) === text(value).toLowerCase() && text(value) !== text(value).toUpperCase()],
  ['mapping', isDict],
  ['none', (value) => value === null],
  ['number', (value) => numeric(value) !== undefined],
  ['odd', (value) => Math.abs((numeric(value) ?? Number.NaN) % 2) === 1],
  ['sameas', (value, operand) => value === operand],
  ['sequence', (value) => isSequence(value) || value instanceof Undefined],
  ['string', (value) => typeof value === 'string'],
  ['true', (value) => value === true],
  ['undefined', (value) => value instanceof Undefined],
  ['upper', (value) => text(value) === text(value).toUpperCase() && text(value) !== text(value).toLowerCase()],
  ...['==', 'eq', 'equalto'].map((name): [string, Test] => [name, equal]),
  ...['!=', 'ne'].map((name): [string, Test] => [name, by('!=')]),
  ...['>', 'gt', 'greaterthan'].map((name): [string, Test] => [name, by('>')]),
  ...['<', 'lt', 'lessthan'].map((name): [string, Test] => [name, by('<')]),
  ...['>=', 'ge'].map((name): [string, Test] => [name, by('>=')]),
  ...['<=', 'le'].map((name): [string, Test] => [name, by('<=')]),
  ['in', by('in')],
])

/** `value is name(operand)`. */
export function applyTest(name: string, value: unknown, {positional} = NO_ARGUMENTS): boolean {
  const test = tests.get(name)
  if (!test) throw new Error(`There is no test \`${name}\`.`)
  if (positional.length > 1) throw new Error(`The test ${name} takes one argument.`)
  return test(value, positional[0])
}
