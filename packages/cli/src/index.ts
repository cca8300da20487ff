/** The command line: answers the exit status for the arguments after the program's name. */
export async function run(_args: readonly string[]): Promise<number> {
  return 0;
}
