type Cell = { name: string; printed: string; value: string | number | boolean | null; isUsed: boolean };
type Props = { row: { of: string; cells: readonly Cell[] }; edition: string };

/** A row as it is stored, one column a line; what the figure is read from is marked. */
export function RawRow({ row: { of, cells }, edition }: Props) {
  const isPrinted = cells.some(({ printed }) => printed !== "");
  return (
    <table className="data wide">
      <caption>
        Row of {of}, {edition}
      </caption>
      <thead>
        <tr>
          <th scope="col">{isPrinted ? "Column, and the publisher’s name of it" : "Column"} </th>
          <th scope="col">Value </th>
        </tr>
      </thead>
      <tbody>
        {cells.map(({ name, printed, value, isUsed }) => (
          <tr key={name}>
            <th scope="row" className="trace-code">
              {name} {printed && <span className="src">{printed} </span>}
            </th>
            <td className="trace-code">
              {isUsed ? <b>{cellText(value)}</b> : cellText(value)}{" "}
              {isUsed && <span className="tag">used </span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A value as it is stored; nothing stands as the word for it. */
const cellText = (value: Cell["value"]): string => (value === null || value === "" ? "empty" : String(value));
