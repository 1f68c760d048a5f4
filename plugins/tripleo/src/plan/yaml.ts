import {OscError} from '@osc-cli/core'
import {LineCounter, parseDocument, type ScalarTag, type YAMLError} from 'yaml'
import {Float} from '#jinja/values'

const BOOL = 'tag:yaml.org,2002:bool'

// The package's own tag gives a number, which forgets that 1.0 is a float.
const float: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  test: /^[-+]?(?:\d[\d_]*\.[\d_]*|\.\d[\d_]*)(?:[eE][-+]\d+)?$/,
  resolve: (text) => new Float(Number(text.replaceAll('_', ''))),
}

// Dates stay text, which is how they print.
const date: ScalarTag = {
  tag: 'tag:yaml.org,2002:timestamp',
  default: true,
  test: /^\d{4}-\d{1,2}-\d{1,2}.*$/,
  resolve: (text) => text,
}

// Not `y` and `n`, which YAML 1.1 has and PyYAML does not.
const bool: ScalarTag = {
  tag: BOOL,
  default: true,
  test: /^(?:yes|no|true|false|on|off|Yes|No|True|False|On|Off|YES|NO|TRUE|FALSE|ON|OFF)$/,
  resolve: (text) => /^(?:yes|true|on)$/i.test(text),
}

/** The parser stops where its stack is used up. */
const textOf = ({code, message}: YAMLError): string =>
  code === 'RESOURCE_EXHAUSTION' ? 'The document is nested too deeply.' : message

/** A YAML 1.1 document, as TripleO reads its files: dictionaries are Maps. `file` is its name in errors. */
export function readYaml(file: string, text: string): unknown {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    version: '1.1',
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    customTags: (tags) => [bool, float, date, ...tags.filter((tag) => typeof tag === 'string' || tag.tag !== BOOL)],
  })
  const [error] = document.errors
  if (error) throw new OscError(`${file}, line ${lines.linePos(error.pos[0]).line}: Invalid YAML: ${textOf(error)}`)
  try {
    return document.toJS({mapAsMap: true})
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause
    // The package's message quotes the text, which may be a password that begins with *.
    throw new OscError(`${file}: Invalid YAML: An alias refers to no anchor above it, or there are too many.`, {
      hint: 'Put a string that begins with * in quotes.',
    })
  }
}
