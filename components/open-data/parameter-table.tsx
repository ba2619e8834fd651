import type { z } from "zod";
import { type Operation, operations } from "@/domain/open-data";
import { hintOf } from "@/domain/open-data-request";

/** Every parameter once, as the first address that takes it tells of it. */
export function ParameterTable() {
  const all = Object.values(operations).flatMap(({ query }: Operation) => Object.entries(query.shape));
  const once = [...new Map(all.toReversed() as [string, z.ZodType][])];
  return (
    <table className="data stack">
      <caption>Parameters</caption>
      <thead>
        <tr>
          <th scope="col">Name </th>
          <th scope="col">What it does </th>
          <th scope="col">What to give </th>
        </tr>
      </thead>
      <tbody>
        {once
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, schema]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>{" "}
              </th>
              <td data-name="What it does">{schema.meta()?.description} </td>
              <td data-name="What to give">{hintOf(schema)} </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
