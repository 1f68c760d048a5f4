import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {repository} from '../../support/program.ts'

/** Code that belongs to one piece of the kit, and the other files that may contain it, each with its reason. */
const PIECES: readonly {
  title: string
  use: string
  pattern: RegExp
  files: readonly string[]
  except: Record<string, string>
  /** Paths that the rule is not for. */
  outside?: RegExp
}[] = [
  {
    title: 'reading files',
    use: 'readSource, readText, openSource or readLimited',
    pattern: /\b(?:readFile(?:Sync)?|createReadStream|readSync)\(/,
    files: ['plugins/*/src/**/*.ts', 'src/**/*.ts'],
    except: {
      'src/files/read-limited.ts': 'the piece itself',
      'src/files/regular-file.ts': 'the piece itself, for files that osc keeps or finds',
      'src/files/transfer.ts': 'the piece itself, for the bytes of uploads',
      'src/files/process-identity.ts': 'files of the system in /proc',
      'src/stop-signals.ts': 'files of the system in /proc',
      'src/main.ts': 'package.json of osc',
      'src/cloud/cache/files.ts': 'entries of the cache, which must be private',
      'src/plugins/installing/package-spec.ts': 'the bytes of an archive, for its checksum',
      'src/help/reference/owned-folder.ts': 'pages that osc wrote',
      'src/testing/plugins.ts': 'package.json of a plugin under test',
      'src/authoring/lint.ts': 'package.json and generated files of a plugin that is built',
      'src/authoring/manifest.ts': 'package.json of a plugin that is built',
      'src/authoring/scaffold.ts': 'the template of a new plugin',
      'src/authoring/search-index.ts': 'package.json and generated files of a plugin that is built',
      'plugins/object-store/src/local-files.ts': 'small files, for which a stream would cost more than the request',
      'plugins/orchestration/src/sandbox/resources/openstack/facts.ts': 'a file of the plugin',
      'plugins/tripleo/src/engine/setup.ts': 'files of the plugin',
      'plugins/sandbox/src/commands/sandbox/logs.ts': 'the log of the sandbox',
      'plugins/sandbox/src/server/state-file.ts': 'the state of the sandbox',
      'plugins/sandbox/src/services.ts': 'package.json of plugins',
    },
  },
  {
    title: 'decoding text',
    use: 'utf8Text, givenText or readText',
    pattern: /new TextDecoder\(|\.toString\('utf-?8'\)/,
    files: ['plugins/*/src/**/*.ts', 'src/**/*.ts'],
    except: {
      'src/text/utf8.ts': 'the piece itself',
      'src/cloud/http/answer.ts': 'responses, which name their character set',
      'src/cloud/http/headers.ts': 'headers, which are Latin-1 for Node.js',
      'src/line/watch.ts': 'output of osc itself, which arrives in pieces',
      'plugins/sandbox/src/server/call.ts': 'requests to the sandbox',
    },
  },
  {
    title: 'parsing YAML',
    use: 'the parser of the format, which has limits and never quotes the text',
    pattern: /^import \{.*\bparse(?:Document|AllDocuments)?\b.*'yaml'|await import\('yaml'\)/,
    files: ['plugins/*/src/**/*.ts', 'src/**/*.ts'],
    except: {
      'src/cloud/config/parse-file.ts': 'clouds.yaml, as openstacksdk reads it',
      'src/cloud/entries/yaml-text.ts': 'clouds.yaml, as it is changed',
      'plugins/orchestration/src/template/yaml.ts': 'templates, as Heat reads them',
      'plugins/tosca/src/yaml/parse.ts': 'TOSCA templates, with places',
      'plugins/tosca/src/hot/template.ts': 'the template that is written',
      'plugins/tripleo/src/plan/yaml.ts': 'files of TripleO, as PyYAML reads them',
      'plugins/tripleo/src/plan/references.ts': 'templates, of which only the names of files are changed',
      'plugins/tripleo/src/validate/validations.ts': 'definitions in the cloud: a fault costs the description only',
      'plugins/workflow/src/yaml.ts': 'workflow definitions, as Mistral reads them',
    },
  },
  {
    title: 'connections',
    use: 'a session, download or agentFor, which know proxies, authorities and client certificates',
    pattern: /(?<!type .*)'(?:node:https?|node:net|node:tls|ws|undici)'|(?:await|return|=>?) fetch\(/,
    files: ['plugins/*/src/**/*.ts', 'src/**/*.ts'],
    except: {
      'src/cloud/http/agents.ts': 'the piece itself',
      'src/cloud/http/exchange.ts': 'the piece itself',
      'src/cloud/http/tunnel.ts': 'the piece itself, for proxies',
      'src/cloud/http/proxy.ts': 'addresses only',
      'src/cloud/http/tls-options.ts': 'the authorities of the system',
      'src/cloud/http/failure.ts': 'names of statuses',
      'src/cloud/download.ts': 'names of statuses',
      'plugins/compute/src/nics.ts': 'addresses only',
      'plugins/compute/src/server-address.ts': 'addresses only',
      'plugins/network/src/address-group.ts': 'addresses only',
      'plugins/object-store/src/commands/object/tempurl.ts': 'addresses only',
      'plugins/tripleo/src/plan/networks.ts': 'addresses only',
      'plugins/messaging/src/follow/follow.ts': 'ws as the scheme of a URL',
      'plugins/messaging/src/follow/socket.ts': 'the websocket, over agentFor',
    },
    outside: /sandbox/,
  },
  {
    title: 'starting programs',
    use: 'childEnvironment, without the credentials in OS_*',
    pattern: /(?<![.\w])(?:spawn|fork|exec|execFile)(?:Sync)?\(/,
    files: ['plugins/*/src/**/*.ts', 'src/**/*.ts'],
    except: {
      'src/help/pager.ts': 'childEnvironment',
      'src/authoring/build.ts': 'childEnvironment',
      'src/authoring/rules/start-up.ts': 'childEnvironment',
      'src/plugins/check-loads.ts': 'childEnvironment',
      'plugins/compute/src/run-program.ts': 'childEnvironment',
      'plugins/sandbox/src/background.ts': 'childEnvironment',
      'src/plugins/installing/npm.ts': 'without OS_* and without the variables of another npm',
      'src/plugins/install-and-run.ts': 'osc itself',
      'src/commands/plugins/dev.ts': 'osc itself',
      'src/files/process-identity.ts': 'ps with one variable',
    },
  },
  {
    title: 'waiting for a service',
    use: 'pollThroughOutages or waitUntil',
    pattern: /\.pause\(/,
    files: ['plugins/*/src/**/*.ts'],
    except: {
      'plugins/messaging/src/follow/poll.ts': 'between polls that succeeded',
      'plugins/orchestration/src/waiting.ts': 'the pause itself, with progress',
      'plugins/object-store/src/put-object.ts': 'before the transfer that retries',
      'plugins/sandbox/src/commands/sandbox/logs.ts': 'a file',
      'plugins/sandbox/src/commands/sandbox/stop.ts': 'a process',
    },
  },
  {
    title: 'pages of a list by marker',
    use: 'list with pageSize or fullPage',
    pattern: /\bmarker\b.*\.at\(-1\)|\.at\(-1\).*\bmarker\b/,
    files: ['plugins/*/src/**/*.ts', 'src/**/*.ts'],
    except: {
      'plugins/messaging/src/sandbox/page.ts': 'the link of the sandbox to a next page',
      'plugins/orchestration/src/events.ts': 'events that are read again and again',
    },
  },
  {
    title: 'markers in sandboxes',
    use: 'pageOf or rowsAfter',
    pattern: /findIndex\(.*\bmarker\b/,
    files: ['plugins/*/src/sandbox/**/*.ts', 'src/sandbox/**/*.ts'],
    except: {'src/sandbox/page.ts': 'the piece itself'},
  },
  {
    title: 'updates without a change',
    use: 'requireChanges',
    pattern: /(?:Nothing|nothing) to (?:change|remove)\./,
    files: ['plugins/*/src/**/*.ts', 'src/**/*.ts', 'templates/**/src/**/*.ts'],
    except: {'src/resource/require-changes.ts': 'the piece itself'},
  },
  {
    title: 'failures that are passed over',
    use: 'isFailure',
    pattern: /instanceof OscError\).*instanceof InterruptedError|instanceof InterruptedError.*instanceof OscError/,
    files: ['plugins/*/src/**/*.ts', 'src/**/*.ts'],
    except: {},
  },
  {
    title: 'work that waits for its turn',
    use: 'limiter, inOrder or each',
    pattern: /new Promise<void>\(\(resolve\) => (?:void )?\w+\.push\(resolve\)\)/,
    files: ['plugins/*/src/**/*.ts', 'src/**/*.ts'],
    except: {'src/rows/limiter.ts': 'the piece itself'},
  },
]

describe('one way', () => {
  for (const {title, use, pattern, files, except, outside} of PIECES)
    it(`for ${title}: ${use}`, () => {
      const paths = globSync([...files], {cwd: repository}).filter((file) => !outside?.test(file))
      const found = paths.filter((file) =>
        readFileSync(join(repository, file), 'utf8')
          .split('\n')
          .some((line) => pattern.test(line)),
      )
      assert.deepEqual(found.sort(), Object.keys(except).sort())
    })
})
