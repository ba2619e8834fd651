import { FigureValue } from "@/components/ui/figure-value";
import type { Area } from "@/domain/area";
import type { Figure } from "@/domain/figure";

type Props = { figures: readonly Figure[]; measure: string; area: Area; aside?: string };

/** A figure of a stop. Its source stands once for the page, but where it is not the source's own figure of this very job. */
export function WayFigure({ figures, measure, area, aside }: Props) {
  const figure = figures.find((one) => one.measure === measure);
  if (!figure) return null;
  const isPlain = figure.method === "reported" || figure.method === "derived";
  return <FigureValue figure={figure} area={area} aside={aside} together={isPlain} />;
}
