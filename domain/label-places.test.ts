import fc from "fast-check";
import { expect, test } from "vitest";
import { labelPlaces } from "./label-places";

test("labels with room stay where they are", () => {
  expect(labelPlaces([50, 10], 16, 0, 100)).toEqual([50, 10]);
});

test("labels too near move apart inside the picture", () => {
  expect(labelPlaces([95, 97, 40], 16, 0, 100)).toEqual([84, 100, 40]);
});

test("wherever there is room, labels keep their order and their distance", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 5 }), (places) => {
      const found = labelPlaces(places, 16, 0, 200);
      const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
      const rising = order.map((i) => found[i] ?? Number.NaN);
      rising.forEach((place, i) => {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(200);
        if (i > 0) expect(place - (rising[i - 1] ?? 0)).toBeGreaterThanOrEqual(16);
      });
    }),
  );
});
