import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { operations } from "@/domain/open-data";
import { problem, unlessKept } from "@/server/answer/json";
import { preflight, readAsked } from "@/server/answer/open-data";
import { openReleaseOf, releaseLines } from "@/server/release/open-release";

type Context = { params: Promise<{ dataset: string }> };

const unknown = () =>
  problem(
    404,
    "Unknown release",
    "No loaded data set that may be given away has this name. The list of releases has them all.",
  );

/** `GET /api/v1/releases/{dataset}`: all rows of its live release as one file, made while it is sent. */
export const GET = (request: Request, { params }: Context): Promise<Response> => give(request, params, true);
export const HEAD = (request: Request, { params }: Context): Promise<Response> =>
  give(request, params, false);
export const OPTIONS = preflight;

async function give(request: Request, params: Context["params"], withRows: boolean): Promise<Response> {
  const asked = readAsked(operations.release, new URL(request.url), await params, unknown);
  if (asked instanceof Response) return asked;
  const release = await openReleaseOf(asked.path.dataset);
  if (!release?.file) return unknown();
  const name = `${release.dataset} ${release.release}`.replace(/[^A-Za-z0-9.-]+/g, "-");
  const headers = {
    "content-type": "application/gzip",
    "content-disposition": `attachment; filename="${name}.csv.gz"`,
    link: `</sources>; rel="license"`,
  };
  return unlessKept(request, `W/"${release.digest.slice(0, 32)}"`, headers, () =>
    withRows ? zipped(releaseLines(release)) : "",
  );
}

/** Rows are read as fast as the reader takes them. What breaks off while it is sent leaves a file that does not open. */
function zipped(lines: AsyncIterable<string>): ReadableStream {
  const from = Readable.from(lines);
  const file = createGzip();
  from.on("error", (error) => file.destroy(error));
  file.on("close", () => from.destroy());
  return Readable.toWeb(from.pipe(file)) as ReadableStream;
}
