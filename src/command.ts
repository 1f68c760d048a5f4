import {Command} from '@oclif/core/command'
import type {FlagInput, Input, ParserOutput} from '@oclif/core/interfaces'
import {asCalled, onCloud} from '#advice/remedies/as-called'
import type {Session} from '#cloud/types'
import {UsageError} from '#errors'
import {type Needs, needsOf} from '#help/declare'
import type {JsonObject} from '#json'
import type {OscConfig} from '#line/oclif-config'
import {type ArgTable, type ParsedOption, parseCommand} from '#line/parse'
import type {FlagTable} from '#line/tokens'
import {wantsColour} from '#output/colour'
import type {ListFlags, ShowFlags} from '#output/flags'
import {listFlags, showFlags, watchFlag} from '#output/flags'
import {OUTPUT_GROUP, withFormats, withWatch} from '#output/format-names'
import {sanitize} from '#output/sanitize'
import type {Look} from '#output/types'
import {type Api, resourceApi} from '#resource/api'
import type {WaitFor} from '#resource/wait'
import {type Columns, cellsOf, headers, type Row} from '#rows/columns'
import {each} from '#rows/each'
import type {Runtime} from '#runtime'
import {StatusLine} from '#terminal/status-line'

type Table = Record<string, unknown>

/** What `parse` returns: oclif's result, and the options in the order of the line. */
export type ParsedLine<F extends Table, B extends Table, A extends Table> = ParserOutput<F, B, A> & {
  /** Each occurrence of an option with its parsed value, in the order of the line: for options whose order matters. */
  given: readonly ParsedOption[]
}

/** What a function outside a command may use of it: `this` of the command that calls the function. */
export type CommandContext = Pick<
  OscCommand,
  | 'api'
  | 'session'
  | 'runtime'
  | 'note'
  | 'progress'
  | 'pause'
  | 'now'
  | 'waitUntil'
  | 'confirm'
  | 'offers'
  | 'print'
  | 'printText'
>

/**
 * What every command of osc has: its flags parsed as OSC does, the cloud, and somewhere to write to. A command is the default
 * export of `src/commands/NOUN/VERB.ts`: it extends this class, `ListCommand` or `ShowCommand`, has an `async run()`, and
 * describes itself in oclif's statics `summary`, `description`, `examples`, `args`, `flags`, `aliases` and `hidden`, as
 * plain data, and in those below.
 */
export abstract class OscCommand extends Command {
  /** Roles one of which is usually needed; empty: whoever has a token. Plain data, for help. */
  declare static roles?: readonly string[]
  /** Columns of a list or fields of a show that do not depend on the cloud. Plain data, for completion. */
  declare static columns?: readonly string[]
  /** Type of the service that it is for, where that is not the plugin's first: `placement`. */
  declare static service?: string
  /** The lowest microversion of its service that knows the command: `2.26`. */
  declare static microversion?: string
  /** Alias of the extension of the service's API that the command needs. */
  declare static requires?: string
  /** What single options need, by their name, or by that of a key of a `key=value` option: `{'nic.tag': {microversion: '2.42'}}`. */
  declare static needs?: Readonly<Record<string, Needs>>
  /** Requests that it makes: `GET /v3/projects`. */
  declare static calls?: readonly string[]
  /** Commands to look at next. */
  declare static seeAlso?: readonly string[]

  /** @internal */
  declare config: OscConfig

  /** How the program ends when `run` has. @internal */
  exitStatus = 0

  /** What the command may know of the process: its folders, streams, and the selected cloud's configuration. */
  get runtime(): Runtime {
    return this.config.runtime
  }

  /** The line by argparse's rules: `const {args, flags} = await this.parse(FlavorShow)`. UsageError for what does not fit. */
  protected override async parse<F extends Table, B extends Table, A extends Table>(
    options?: Input<F, B, A>,
    argv: string[] = this.argv,
  ): Promise<ParsedLine<F, B, A>> {
    const declared = options ?? (this.ctor as Input<F, B, A>)
    const own = {...declared.baseFlags, ...declared.flags} as unknown as FlagTable
    const watchable = withWatch(String(this.id), own, watchFlag as unknown as FlagTable[string])
    const flags = withFormats(watchable, Object.keys(this.runtime.index.formatters))
    const parsed = await parseCommand(argv, flags, (declared.args ?? {}) as ArgTable, this, this.runtime.env)
    this.parsedFlags = parsed.flags
    if (this.watchSeconds !== undefined && !this.runtime.stdout.isTTY)
      throw new UsageError('--watch requires a terminal.', {hint: 'Repeat the command in a loop instead.'})
    await this.refuseWhatIsMissing(parsed.flags)
    return parsed as unknown as ParsedLine<F, B, A>
  }

  /** What the cloud is known to lack fails before a request, with the words that help has for it. */
  private async refuseWhatIsMissing(given: Table): Promise<void> {
    const {service, microversion, requires, needs = {}} = this.ctor as unknown as typeof OscCommand
    const options = Object.entries(needs).filter(([name]) => isGiven(name, given))
    if (options.length === 0 && microversion === undefined && requires === undefined) return
    const {refuse} = await import('#context/refuse')
    await refuse({id: this.ctor.id, service}, needsOf({microversion, requires}), options, this.runtime)
  }

  /** The flags of the last `parse`. */
  protected parsedFlags: Readonly<Record<string, unknown>> = {}

  /** Seconds between repetitions, with --watch. @internal */
  get watchSeconds(): number | undefined {
    const {watch} = this.parsedFlags
    return typeof watch === 'number' && !this.#hasOwn('watch') ? watch : undefined
  }

  /** The options of the output, less what the command declares itself: `alarm list` has another --query. @internal */
  protected get outputFlags(): Readonly<Record<string, unknown>> {
    return this.#hasOwn('query') ? {...this.parsedFlags, query: undefined} : this.parsedFlags
  }

  #hasOwn(flag: string): boolean {
    const {flags} = this.ctor as Input<Table, Table, Table>
    return flags?.[flag] !== undefined && flags[flag].helpGroup !== OUTPUT_GROUP
  }

  /** Whether a person reads a table on a terminal, once: hints may follow it. @internal */
  protected get isForPerson(): boolean {
    const {stdout, stderr} = this.runtime
    return stdout.isTTY === true && stderr.isTTY === true && this.format === 'table' && this.watchSeconds === undefined
  }

  /** The output format asked for with -f, or the command's own. */
  protected get format(): string {
    return String(this.parsedFlags.format ?? 'table')
  }

  /** How results look: by the formatter that -f names, when a plugin has it, and in color on terminals. @internal */
  protected async look(): Promise<Look> {
    const {index, stdout, env} = this.runtime
    const look = {colour: wantsColour(stdout, env)}
    if (!Object.hasOwn(index.formatters, this.format)) return look
    const {loadFormatter} = await import('#plugins/load-formatter')
    return {...look, formatter: await loadFormatter(this.format, index)}
  }

  /** The authenticated client of the selected cloud. */
  session(): Promise<Session> {
    return this.runtime.session()
  }

  /** The calls of one resource. Nothing is sent before one of them is made. */
  readonly api: Api = (resource) => resourceApi(resource, () => this.session(), this.runtime.observed)

  /**
   * Runs `work` for each of `names`, eight at a time, all of them whatever fails; results are in the order of the names.
   * One name fails as itself; of several each failure is reported on stderr, and at the end there is one error with their number.
   */
  protected each<T>(names: readonly string[], work: (name: string) => Promise<T>): Promise<T[]> {
    return each(names, work, (message) => this.note(message))
  }

  /** The same one after the other: for things that depend on each other, as projects inside projects. */
  protected eachInOrder<T>(names: readonly string[], work: (name: string) => Promise<T>): Promise<T[]> {
    return each(names, work, (message) => this.note(message), 1)
  }

  /** A line for people, on stderr; silent with -q. Lines to type in it get the --os-cloud of this line. */
  async note(message: string): Promise<void> {
    const {verbosity, program, options, stderr, index} = this.runtime
    if (verbosity < 0) return
    await this.progress('')
    const called = asCalled(message, {program, withCloud: onCloud(program, options.cloud), index})
    await stderr.write(`${sanitize(called)}\n`)
  }

  /** Waits until a record is in a state: `await this.waitUntil({what: 'server web', poll, until: ['ACTIVE']})`. */
  async waitUntil(options: WaitFor): Promise<JsonObject> {
    const {waitUntil} = await import('#resource/wait')
    try {
      return await waitUntil(this, options)
    } finally {
      await this.progress('')
    }
  }

  /** Shows a status line on a terminal, which the next one replaces; an empty text clears it. Silent with -q. */
  async progress(text: string): Promise<void> {
    if (this.runtime.verbosity < 0) return
    this.#status ??= new StatusLine(this.runtime.stderr)
    await this.#status.show(text)
  }
  #status: StatusLine | undefined

  /** Whether the API of a service has an extension; asked once, and kept. */
  async offers(extension: string, service = 'network'): Promise<boolean> {
    const {offers} = await import('#context/offers-extension')
    return await offers(extension, service, this.runtime)
  }

  /** Waits so many seconds; Ctrl-C ends it at once. */
  async pause(seconds: number): Promise<void> {
    await this.runtime.clock.pause(seconds, this.runtime.signal)
  }

  /** Milliseconds since the epoch, by the clock that `pause` follows. */
  now(): number {
    return this.runtime.clock.now()
  }

  /**
   * Asks whether to go on, on a terminal; no is the default. In a pipe it is yes, or, with `stdin`, what the first line of
   * standard input says, and a UsageError when there is none.
   */
  async confirm(question: string, inPipe: 'yes' | 'stdin' = 'yes'): Promise<boolean> {
    const {confirm} = await import('#terminal/confirm')
    return await confirm(question, this.runtime, inPipe)
  }

  /** A line of results, on stdout: as it is, or on a terminal without what could drive it. */
  print(line: string): Promise<void> {
    return this.printText(`${line}\n`)
  }

  /** The same for text that has its own line ends, such as a file. */
  printText(text: string): Promise<void> {
    const {stdout} = this.runtime
    return stdout.write(stdout.isTTY ? sanitize(text) : text)
  }
}

/** Whether an option was given, or one with the key after the dot. */
function isGiven(name: string, given: Table): boolean {
  const [option = '', key] = name.split('.')
  const value = given[option]
  if (key === undefined) return value !== undefined && value !== false
  return [value].flat().some((one) => typeof one === 'object' && one !== null && key in one)
}

/** A command that prints rows, with the options for it: `-f table|csv|json|value|yaml`, `-c`, `--sort-column` and so on. */
export abstract class ListCommand extends OscCommand {
  static override baseFlags: FlagInput = listFlags

  /**
   * Prints the rows under the columns' headers, as they come where the format allows it; `live`: each at once, for rows that
   * may be far apart in time.
   */
  protected async table(
    columns: Columns,
    rows: AsyncIterable<Row> | Iterable<Row>,
    {live = false}: {live?: boolean} = {},
  ): Promise<void> {
    const {writeList} = await import('#output/list')
    const cells = cellsOf(columns, rows)
    let count = 0
    const counted = async function* () {
      for await (const row of cells) {
        count += 1
        yield row
      }
    }
    // Who reads no hints does not pay for the count.
    const data = {columns: headers(columns), rows: this.isForPerson ? counted() : cells}
    this.runtime.observed.columns.set(String(this.id), data.columns)
    await writeList(data, this.outputFlags as ListFlags, this.runtime.stdout, {...(await this.look()), live})
    if (!this.isForPerson || count > 0) return
    const {afterEmptyList} = await import('#advice/next-steps/after-list')
    await afterEmptyList(String(this.id), this.runtime)
  }
}

/** A command that prints one record, with the options for it: `-f table|json|shell|value|yaml`, `-c` and so on. */
export abstract class ShowCommand extends OscCommand {
  static override baseFlags: FlagInput = showFlags

  /** Prints the record: the columns in their order, or without them all keys but `links`, sorted. */
  protected async show(record: JsonObject, columns?: Columns): Promise<void> {
    const {writeShow} = await import('#output/show')
    const {fieldsOf} = await import('#rows/columns')
    const fields = fieldsOf(record, columns)
    this.runtime.observed.columns.set(String(this.id), fields.names)
    await writeShow(fields, this.outputFlags as ShowFlags, this.runtime.stdout, await this.look())
    if (!this.isForPerson) return
    const {afterShow} = await import('#advice/next-steps/after-show')
    await afterShow(record, String(this.id), this.runtime)
  }
}
