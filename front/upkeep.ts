import { sweepResumes } from "@/server/application/resume-file";
import { expirePostings } from "@/server/posting/expire-postings";

/** Does now and then what no reader waits for: record what ended, drop files that no application holds. Returns how to stop it. */
export function startUpkeep(): () => void {
  const jobs = [repeat("Expiry", 60_000, expirePostings), repeat("Résumés", 3_600_000, sweepResumes)];
  return () => {
    for (const job of jobs) clearInterval(job);
  };
}

function repeat(name: string, milliseconds: number, work: (now: Date) => Promise<unknown>): NodeJS.Timeout {
  const turn = () =>
    void work(new Date()).catch((error: Error) => console.error(`${name}: ${error.message}`));
  turn();
  return setInterval(turn, milliseconds);
}
