/**
 * Places for labels that would lie over each other: each as near its own as the others allow, `gap` apart,
 * inside `low` to `high`. Without room for all, the last ones run over the low end. Any unit; the order of the
 * answer is that of the places given.
 */
export function labelPlaces(places: readonly number[], gap: number, low: number, high: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const found = new Array<number>(places.length).fill(low);
  let free = low;
  for (const i of order) {
    const place = Math.max(places[i] ?? low, free);
    found[i] = place;
    free = place + gap;
  }
  let limit = high;
  for (const i of order.toReversed()) {
    found[i] = Math.min(found[i] ?? low, limit);
    limit = (found[i] ?? low) - gap;
  }
  return found;
}
