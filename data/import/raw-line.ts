/**
 * The cells of a line of comma-separated text whose quotes stand around whole cells, as those of nearly all lines
 * do. Undefined for any other line, of which a parser must say what it means and whether it is well formed.
 */
export function plainCells(line: string): string[] | undefined {
  if (!line.includes('"')) return line.split(",");
  const cells: string[] = [];
  for (let start = 0; start <= line.length; ) {
    const isQuoted = line.startsWith('"', start);
    const first = isQuoted ? start + 1 : start;
    const found = line.indexOf(isQuoted ? '"' : ",", first);
    const end = found < 0 ? line.length : found;
    const cell = line.slice(first, end);
    const comma = isQuoted ? end + 1 : end;
    const isPlain = isQuoted
      ? found >= 0 && (comma === line.length || line[comma] === ",")
      : !cell.includes('"');
    if (!isPlain) return undefined;
    cells.push(cell);
    start = comma + 1;
  }
  return cells;
}
