import fs from "node:fs";

/**
 * Loaded before a program that a bench runs: at its end, writes to file descriptor 3 the most memory it had, in
 * bytes, and how long each step on its timeline took in all, in milliseconds.
 */
process.on("exit", () => {
  const steps: Record<string, number> = {};
  for (const { name, duration } of performance.getEntriesByType("measure"))
    steps[name] = (steps[name] ?? 0) + duration;
  fs.writeSync(3, JSON.stringify({ peakBytes: process.resourceUsage().maxRSS * 1024, steps }));
});
