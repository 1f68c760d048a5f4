/** The sub-commands of a client from before `openstack`, and what they are called today. */
export interface OldClient {
  /** Its noun to today's, for sub-commands that are a noun and a verb: `tenant-list`. */
  nouns: Readonly<Record<string, string>>
  /** Sub-commands that are called otherwise; an option after the command is added to the line. */
  others: Readonly<Record<string, string>>
  /** Its option to today's, where the command has no option of the old name; '' makes the value an argument. */
  options: Readonly<Record<string, string>>
}
