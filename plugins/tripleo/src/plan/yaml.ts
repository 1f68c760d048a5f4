import {OscError, yamlFaults} from '@osc-cli/core'
import {parseDocument, type ScalarTag} from 'yaml'
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

/** A YAML 1.1 document, as TripleO reads its files: dictionaries are Maps. `file` is its name in errors. */
export function readYaml(file: string, text: string): unknown {
  const document = parseDocument(text, {
    version: '1.1',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
    customTags: (tags) => [bool, float, date, ...tags.filter((tag) => typeof tag === 'string' || tag.tag !== BOOL)],
  })
  const [fault] = yamlFaults(document, text)
  if (fault) throw new OscError(`${file}:${fault.line}:${fault.column}: Invalid YAML: ${fault.reason}.`)
  return document.toJS({mapAsMap: true, maxAliasCount: -1})
}
