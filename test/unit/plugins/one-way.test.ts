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
}[] = [
  {
    title: 'reading files',
    use: 'readSource, readText, openSource or readLimited',
    pattern: /\b(?:readFile(?:Sync)?|createReadStream|readSync)\(/,
    files: ['plugins/*/src/**/*.ts'],
    except: {
      'plugins/object-store/src/local-files.ts': 'small files, for which a stream would cost more than the request',
      'plugins/orchestration/src/sandbox/resources/openstack/facts.ts': 'a file of the plugin',
      'plugins/tripleo/src/engine/setup.ts': 'files of the plugin',
      'plugins/sandbox/src/commands/sandbox/logs.ts': 'the log of the sandbox',
      'plugins/sandbox/src/server/state-file.ts': 'the state of the sandbox',
      'plugins/sandbox/src/services.ts': 'package.json of plugins',
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
  for (const {title, use, pattern, files, except} of PIECES)
    it(`for ${title}: ${use}`, () => {
      const found = globSync([...files], {cwd: repository}).filter((file) =>
        readFileSync(join(repository, file), 'utf8')
          .split('\n')
          .some((line) => pattern.test(line)),
      )
      assert.deepEqual(found.sort(), Object.keys(except).sort())
    })
})
