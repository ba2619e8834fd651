import http from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Loaded into a site by the bench `front` before anything else: each request to `HEAP_PORT` collects the garbage and
 * tells the bytes that are left, in the heap and outside of it, and those that the system counts.
 */
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

http
  .createServer((_, response) => {
    collect();
    collect();
    const { heapUsed: heap, external: outside, rss: resident } = process.memoryUsage();
    response.end(JSON.stringify({ heap, outside, resident }));
  })
  .listen(Number(process.env.HEAP_PORT), "127.0.0.1")
  .unref();
