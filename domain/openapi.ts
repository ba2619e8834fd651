import { z } from "zod";
import { type Operation, operations } from "./open-data";
import { openDataSchemas } from "./open-data-answer";

type Json = Record<string, unknown>;

const schemaRef = (id: string): Json => ({ $ref: `#/components/schemas/${id}` });

/** The OpenAPI 3.1 document of the open data, made from the schemas that check requests and answers. `origin`: where it is served. */
export function openApiDocument(origin: string): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Crossroads open data",
      version: "1.0.0",
      summary: "What jobs pay and ask for, on official US figures.",
      description:
        "Figures of roles, occupations and comparisons, each with its source, release, area and method. No key is needed. Terms of each source stand in meta.",
      contact: { name: "Crossroads", url: `${origin}/developers` },
      license: { name: "Terms of each source, named in meta", url: `${origin}/sources` },
    },
    servers: [{ url: origin, description: "This site" }],
    security: [],
    tags: [{ name: "Figures", description: "Roles, occupations, comparisons, areas and releases." }],
    paths: Object.fromEntries(
      Object.values(operations).map((operation) => [operation.path, { get: getOf(operation) }]),
    ),
    components: {
      schemas: componentSchemas(),
      responses: {
        NotModified: {
          description: "What the tag in If-None-Match names has not changed.",
          headers: tagHeader,
        },
        Problem: {
          description: "What was wrong with the request.",
          content: { "application/problem+json": { schema: schemaRef("Problem") } },
        },
      },
    },
  };
}

const tagHeader = {
  ETag: {
    description: "Tag of this answer, for If-None-Match.",
    schema: { type: "string" },
  },
};

function getOf({ id, summary, description, inPath, query, answer, file, canMiss }: Operation): Json {
  const isPaged = "cursor" in query.shape;
  return {
    operationId: id,
    summary,
    description,
    tags: ["Figures"],
    parameters: [
      ...Object.entries(inPath.shape).map(([name, schema]) => parameterOf("path", name, schema as z.ZodType)),
      ...Object.entries(query.shape).map(([name, schema]) => parameterOf("query", name, schema as z.ZodType)),
      {
        name: "If-None-Match",
        in: "header",
        description: "Tags of answers that are kept; 304 where one of them still holds.",
        schema: { type: "string" },
      },
    ],
    responses: {
      200: {
        description: answer ? "The answer." : "The file.",
        headers: {
          ...tagHeader,
          ...(isPaged && {
            Link: {
              description: "The next page, where there is one (RFC 8288).",
              schema: { type: "string" },
            },
          }),
        },
        content: {
          ...(answer && { "application/json": { schema: schemaRef(openDataSchemas.get(answer)?.id ?? "") } }),
          ...(file === "text/csv" && { [file]: { schema: { type: "string" } } }),
          ...(file === "application/gzip" && { [file]: {} }),
        },
      },
      304: { $ref: "#/components/responses/NotModified" },
      400: { $ref: "#/components/responses/Problem" },
      ...(canMiss && { 404: { $ref: "#/components/responses/Problem" } }),
      "5XX": { $ref: "#/components/responses/Problem" },
    },
  };
}

function parameterOf(place: "path" | "query", name: string, schema: z.ZodType): Json {
  const { $schema: _, description, examples, hint: __, ...plain } = z.toJSONSchema(schema) as Json;
  const isList = plain.type === "array";
  return {
    name,
    in: place,
    description,
    required: place === "path" || !schema.safeParse(undefined).success,
    schema: plain,
    example: (examples as unknown[])[0],
    ...(isList && { style: "form", explode: false }),
  };
}

/** The named schemas, which refer to each other by their place in the document. */
function componentSchemas(): Json {
  const { schemas } = z.toJSONSchema(openDataSchemas, {
    metadata: openDataSchemas,
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas as unknown as Record<string, Json>).map(
      ([id, { $schema: _, $id: __, id: ___, ...schema }]) => [id, schema],
    ),
  );
}
