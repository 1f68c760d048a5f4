/** Codes that no golden shows, each with the reason. */
export const UNPROVOKED: Readonly<Record<string, string>> = {
  NotInstalled: 'All known plugins are part of this repository, so that a run of it has them: test/unit/plugins/not-installed.test.ts.',
  Outage: 'It takes a minute and a half: test/unit/session/outage.test.ts.',
  IntegrityChanged: 'It needs a registry that changes a version: test/packaging/plugins.test.ts.',
  Output: 'It needs a full disk: test/unit/output/unwritable.test.ts.',
  Refused: 'Only the hook of a plugin causes it: test/unit/plugins/hooks.test.ts.',
  SandboxNotStarted: 'Nothing outside can make the process end without a message.',
  SandboxStateBroken: 'It needs a damaged database: plugins/sandbox/test/unit/sqlite-store.test.ts.',
  SandboxStateUnwritable: 'It needs a full disk: plugins/sandbox/test/unit/sqlite-store.test.ts.',
  Interrupted: 'Ctrl-C is not a failure and is not reported.',
}
