/** Codes that no golden shows, each with the reason. */
export const UNPROVOKED: Readonly<Record<string, string>> = {
  NotInstalled: 'All known plugins are part of this repository, so that a run of it has them: test/unit/plugins/not-installed.test.ts.',
  IntegrityChanged: 'It needs a registry that changes a version: test/packaging/plugins.test.ts.',
  Output: 'It needs a disk that is full: test/unit/output/unwritable.test.ts.',
  Refused: 'Only the hook of a plugin does it: test/unit/plugins/hooks.test.ts.',
  SandboxNotStarted: 'A process that ends without a word is a fault of its own: nothing from outside makes it.',
  SandboxStateBroken: 'It needs a damaged database: plugins/sandbox/test/unit/sqlite-store.test.ts.',
  SandboxStateUnwritable: 'It needs a disk that is full: plugins/sandbox/test/unit/sqlite-store.test.ts.',
  Interrupted: 'Ctrl-C is no failure, and is told to nobody.',
}
