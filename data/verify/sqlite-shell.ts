import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/**
 * Runs dot commands and SQL in a `sqlite3` shell with a database in memory, and yields what each line of its
 * output holds as JSON. `folder` is the shell's own, so that commands name files without quoting a path.
 * Throws when the program is missing, and on anything it says on its error channel: it only warns of a row
 * that is too short.
 */
export async function* sqliteShell(folder: string, script: string): AsyncGenerator<unknown> {
  const shell = spawn("sqlite3", ["-batch", "-init", "/dev/null", ":memory:"], { cwd: folder });
  const started = once(shell, "spawn").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new Error(
      "the program sqlite3 is missing, by which the files are read a second time; on Debian: apt-get install sqlite3",
    );
  });
  await started;
  let complaint = "";
  shell.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const closed = once(shell, "close");
  // A shell that stops early closes its input; its own words say why.
  shell.stdin.on("error", () => {}).end(`.bail on\n${script}\n`);
  try {
    for await (const line of createInterface({ input: shell.stdout })) yield JSON.parse(line);
    const [code] = await closed;
    if (code !== 0 || complaint !== "")
      throw new Error(`sqlite3: ${complaint.trim() || `exit code ${code}`}`);
  } finally {
    shell.kill();
  }
}
